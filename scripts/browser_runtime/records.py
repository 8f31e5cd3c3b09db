"""Dataclasses written out as plain classes, before they become bytecode.

A dataclass writes its methods as text and compiles them whenever its module is imported; in a browser that took two
thirds of the engine's import. The sources keep their dataclasses; only what is shipped to the browser is written out.
A class that does more than the engine's records do is left as it is, which is right and only slower.
"""

import ast
from collections.abc import Iterator

_KNOWN_OPTIONS = {"frozen", "kw_only", "slots"}
_OWN_METHODS = {"__init__", "__post_init__", "__eq__", "__hash__", "__replace__", "__slots__"}


def written_out(source: str) -> str:
    """The module's source with its frozen, slotted dataclasses as plain classes with the same constructor.

    Equality, hash and `copy.replace` work as before. What only a developer meets is gone: the refusal to be changed,
    and the text for the console.
    """
    module = ast.parse(source)
    names = _names_of_field(module)
    for node in module.body:
        if isinstance(node, ast.ClassDef) and _is_plain_record(node, names):
            _write_out(node, names)
    _drop_imports(module)
    return ast.unparse(module) + "\n"


def _names_of_field(module: ast.Module) -> set[str]:
    """What the module calls `dataclasses.field`."""
    imports = [node for node in module.body if isinstance(node, ast.ImportFrom) and node.module == "dataclasses"]
    return {alias.asname or alias.name for node in imports for alias in node.names if alias.name == "field"}


def _is_plain_record(node: ast.ClassDef, names: set[str]) -> bool:
    options = _options(node)
    own = {item.name for item in node.body if isinstance(item, ast.FunctionDef)}
    own |= {target.id for item in node.body if isinstance(item, ast.Assign) for target in _names(item)}
    return (
        {"frozen", "slots"} <= options <= _KNOWN_OPTIONS
        and not node.bases
        and not node.keywords
        and not own & _OWN_METHODS
        and all(_is_plain_field(item, names) for item in node.body if isinstance(item, ast.AnnAssign))
    )


def _options(node: ast.ClassDef) -> set[str]:
    """The options of the decorator `dataclass` that are on; none where it is missing or not alone."""
    if len(node.decorator_list) != 1 or not isinstance(call := node.decorator_list[0], ast.Call):
        return set()
    if not isinstance(call.func, ast.Name) or call.func.id != "dataclass" or call.args:
        return set()
    values = {option.arg: option.value for option in call.keywords}
    if not all(isinstance(value, ast.Constant) and value.value is True for value in values.values()):
        return set()
    return {name or "**" for name in values}


def _names(item: ast.Assign) -> Iterator[ast.Name]:
    return (target for target in item.targets if isinstance(target, ast.Name))


def _is_plain_field(item: ast.AnnAssign, names: set[str]) -> bool:
    return isinstance(item.target, ast.Name) and "ClassVar" not in ast.unparse(item.annotation) and (
        not _is_call_of_field(item.value, names) or _factory(item.value) is not None
    )  # fmt: skip


def _is_call_of_field(value: ast.expr | None, names: set[str]) -> bool:
    return isinstance(value, ast.Call) and isinstance(value.func, ast.Name) and value.func.id in names


def _factory(value: ast.expr | None) -> ast.expr | None:
    """The default factory of a call of `field` that has nothing else."""
    if isinstance(value, ast.Call) and [option.arg for option in value.keywords] == ["default_factory"]:
        return value.keywords[0].value
    return None


def _write_out(node: ast.ClassDef, names: set[str]) -> None:
    """Put the methods in place of the decorator and the fields."""
    fields = [item for item in node.body if isinstance(item, ast.AnnAssign)]
    named = {ast.unparse(item.target): item for item in fields}
    parameters, lines = [], []
    for name, item in named.items():
        if _is_call_of_field(item.value, names) and (factory := _factory(item.value)):
            parameters.append(f"{name}=...")
            lines.append(f"self.{name} = {ast.unparse(factory)}() if {name} is ... else {name}")
        else:
            parameters.append(name if item.value is None else f"{name}={ast.unparse(item.value)}")
            lines.append(f"self.{name} = {name}")
    is_by_name = "kw_only" in _options(node)
    values, others = (f"({''.join(f'{whose}.{name}, ' for name in named)})" for whose in ("self", "other"))
    body = f"""
class Plain:
    __slots__ = {tuple(named)!r}
    __match_args__ = {() if is_by_name else tuple(named)!r}
    def __init__({", ".join(["self", *(["*"] if is_by_name and parameters else []), *parameters])}):
        {"; ".join(lines) or "pass"}
    def __eq__(self, other):
        return {values} == {others} if other.__class__ is self.__class__ else NotImplemented
    def __hash__(self):
        return hash({values})
    def __replace__(self, /, **changes):
        return self.__class__(**{{**{{name: getattr(self, name) for name in self.__slots__}}, **changes}})
"""
    (plain,) = ast.parse(body).body
    node.decorator_list = []
    rest = [item for item in node.body if not isinstance(item, ast.AnnAssign)]
    node.body = [*(plain.body if isinstance(plain, ast.ClassDef) else []), *rest]


def _drop_imports(module: ast.Module) -> None:
    """Import only what is still called from `dataclasses`; `replace` comes from `copy`, which does the same."""
    used = {item.id for item in ast.walk(module) if isinstance(item, ast.Name)}
    for node in list(module.body):
        if not isinstance(node, ast.ImportFrom) or node.module != "dataclasses":
            continue
        place = module.body.index(node)
        node.names = [alias for alias in node.names if (alias.asname or alias.name) in used]
        replaces = [alias for alias in node.names if alias.name == "replace"]
        node.names = [alias for alias in node.names if alias.name != "replace"]
        module.body[place : place + 1] = [
            *([ast.ImportFrom(module="copy", names=replaces, level=0)] if replaces else []),
            *([node] if node.names else []),
        ]
