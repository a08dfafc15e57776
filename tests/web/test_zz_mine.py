from tests.web import test_permission_matrix as m
from tests.web.test_permission_matrix import *
_all = m.routes
m.routes = lambda: [r for r in _all() if "priorities" in r.view.__module__]
del test_every_address_says_what_right_it_needs
