"""No module here is written in JavaScript, and none is missing that could be loaded; so there is nothing to note of one."""


def _nothing(*_given):
    """Leave the imports as they are."""


register_js_finder = register_js_module = unregister_js_module = _nothing
register_windows_finder = register_module_not_found_hook = _nothing
add_note_to_module_not_found_error = _nothing
