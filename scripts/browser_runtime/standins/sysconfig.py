"""How Python was built: zoneinfo asks where the machine keeps its zones, and there is no such place."""


def get_config_var(_name):
    return None
