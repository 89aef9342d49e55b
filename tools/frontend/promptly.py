# A setting of the Jupyter server: small messages leave at once. Tornado, under it, holds each back until the page has acknowledged the one
# before, and the page takes forty milliseconds for that: every move of a slider would cost as much.
from tornado.iostream import IOStream

set_nodelay = IOStream.set_nodelay
IOStream.set_nodelay = lambda stream, value: set_nodelay(stream, True)
