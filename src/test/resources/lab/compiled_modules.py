"""Has Ansible send its modules compiled as well as in source.

Every task starts a Python on its host, which then compiles the same 30 modules of Ansible's own; that is half of what a
task costs, and two clusters that are installed at once keep all processors busy with it. What runs is the same code: the
import of a zip file takes the compiled form where there is one of its own version, and the source where there is not.
https://docs.python.org/3/library/zipimport.html
"""

import importlib._bootstrap_external as bootstrap
import os
import zipfile
from hashlib import sha256

from ansible.executor import module_common
from ansible.plugins.callback import CallbackBase

CACHE = os.path.expanduser("~/.cache/compiled-modules")


def compiled(name, source):
    """The compiled form, which says by itself that its source need not be looked at; kept from one playbook to the next."""
    kept = os.path.join(CACHE, sha256(name.encode() + b"\0" + source).hexdigest())
    try:
        with open(kept, "rb") as file:
            return file.read()
    except FileNotFoundError:
        code = compile(source, name, "exec", dont_inherit=True)
        form = bytes(bootstrap._code_to_hash_pyc(code, bytes(8), checked=False))
    os.makedirs(CACHE, exist_ok=True)
    # Several workers of Ansible do this at once.
    unfinished = "%s.%d" % (kept, os.getpid())
    with open(unfinished, "wb") as file:
        file.write(form)
    os.rename(unfinished, kept)
    return form


class Payload(zipfile.ZipFile):
    """What is sent to a host."""

    def writestr(self, entry, data, *args, **kwargs):
        super().writestr(entry, data, *args, **kwargs)
        name = entry.filename if isinstance(entry, zipfile.ZipInfo) else entry
        if name.endswith(".py"):
            source = data.encode() if isinstance(data, str) else data
            # https://docs.python.org/3/library/zipfile.html: a date is needed, and 1980 is the first.
            form = zipfile.ZipInfo(name + "c", (1980, 1, 1, 0, 0, 0))
            form.compress_type = self.compression
            super().writestr(form, compiled(name, source))


class Zipfile:
    """Python's own module, with the one class exchanged."""

    ZipFile = Payload

    def __getattr__(self, name):
        return getattr(zipfile, name)


module_common.zipfile = Zipfile()


class CallbackModule(CallbackBase):
    """Does nothing: that a plugin is loaded before the first task is what is needed of it."""

    CALLBACK_VERSION = 2.0
    CALLBACK_TYPE = "aggregate"
    CALLBACK_NAME = "compiled_modules"
    CALLBACK_NEEDS_ENABLED = True
