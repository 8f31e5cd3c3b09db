"""Types, which nothing checks in the browser, and the tuples with names that are made of them."""

from _collections import _tuplegetter

TYPE_CHECKING = False


class _Anything:
    """Whatever stands where a type does."""

    def __getitem__(self, _):
        return self

    def __or__(self, _):
        return self

    __ror__ = __or__


class _Choice(_Anything):
    """One of several texts, which `get_args` gives back."""

    def __init__(self, *options):
        self.__args__ = options

    def __getitem__(self, options):
        return _Choice(*options) if isinstance(options, tuple) else _Choice(options)


Any = _Anything()
Literal = _Choice()


def get_args(choice):
    return choice.__args__


def _make_union(one, _other):
    """What Python asks for where a type parameter is one of several types."""
    return one


def cast(_, value):
    return value


class _Record(type):
    """Makes a class of fields into one of tuples, as the real module does, but without compiling text for each."""

    def __new__(cls, name, bases, namespace):
        if not bases:
            return super().__new__(cls, name, bases, namespace)
        fields = tuple(namespace.get("__annotations__", ()))
        defaults = {field: namespace.pop(field) for field in fields if field in namespace}
        for position, field in enumerate(fields):
            namespace[field] = _tuplegetter(position, "")
        return type(name, (_Tuple,), {
            "__slots__": (), **namespace, "_fields": fields, "__match_args__": fields, "_field_defaults": defaults,
        })


class _Tuple(tuple):
    """What all of them have."""

    __slots__ = ()

    def __new__(cls, *values, **named):
        if named or len(values) != len(cls._fields):
            rest = cls._fields[len(values):]
            values += tuple([named.pop(field) if field in named else cls._field_defaults[field] for field in rest])
            if named or len(values) != len(cls._fields):
                raise TypeError(f"{cls.__name__} has {cls._fields}")
        return tuple.__new__(cls, values)

    def _replace(self, **changes):
        return type(self)(*[changes.pop(field, value) for field, value in zip(self._fields, self, strict=True)], **changes)


class NamedTuple(metaclass=_Record):
    """Base of the tuples."""
