"""Write a file whole or not at all, and with it keep what belongs to the old one: owner, group, mode, attributes.

Every step can be the last one of a killed process. The bytes go into a hidden file beside the target, which takes
its place in one move. A writer holds a lock on its hidden file, so that one without a lock is known for what a killed
writer left; the next one that writes in the folder removes it.
"""

from __future__ import annotations

import errno
import os
import re
import stat
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from corpuslint.inputs.files import TooLarge, read_regular, want_regular
from corpuslint.lazy import regex

_TEMPORARY = regex(r"\..*\.corpuslint-[0-9a-f]{12}\.tmp", re.DOTALL)
_MAX_STEM = 226
"""Bytes of the target's name in that of its temporary file; with the rest it is 255, which is what most systems take."""
_STALE = 3600
"""Seconds after which a temporary file belongs to a killed writer, where the system has no locks to ask."""
_OF_THE_SYSTEM = ("security.", "trusted.")
"""Attributes that the system sets by its own policy, or lets only root set; kept where it permits."""
_OF_THE_CONTENT = frozenset({"security.ima", "security.evm"})
"""Checksums of the old bytes."""
_INHERITED = ("system.posix_acl_access", "user.")
"""What a new file may get from its folder and the old one did not have."""
_BINARY = getattr(os, "O_BINARY", 0)

_swept: set[Path] = set()
"""Folders in which this process has looked for what was left: once is enough, and a folder can hold a million files."""


class Changed(OSError):  # noqa: N818 (named for what happened)
    """The file is not what it was when it was read."""


def write_atomic(
    path: Path, data: bytes, *, within: Path | None = None, instead_of: bytes | None = None, mode: int = 0o666
) -> None:
    """Put `data` at the path so that a reader, or a crash at any step, sees the old file or the new one.

    A link is followed, but not out of the folder `within` where one is given, and stays a link. Owner, group, mode,
    access lists and extended attributes of an existing file are kept; a new one gets `mode`, as far as the umask
    grants it. Refused, with an OSError that says why: a file
    that is not writable, although its folder would allow the exchange; one whose owner or attributes cannot be kept;
    one with several hard links, of which the exchange would reach one only; one that no longer holds `instead_of`.
    """
    target = Path(os.path.realpath(path))
    if within is not None and not target.is_relative_to(os.path.realpath(within)):
        raise PermissionError(errno.EPERM, "a link out of its repository", str(path))
    old = _to_keep(target)
    _sweep(target.parent)
    with _temporary(target, mode if old is None else 0o600) as (handle, temporary):
        _write(handle, data)
        if old is not None:
            _keep(handle, temporary, target, old)
        os.fsync(handle)
        if instead_of is not None and not _holds(target, instead_of):
            raise Changed(errno.EBUSY, "the file changed while it was checked", str(path))
        if sys.platform == "win32":
            os.close(handle)  # an open file cannot be moved there
        os.replace(temporary, target)  # noqa: PTH105 (the same)
    _sync_folder(target.parent)


@contextmanager
def _temporary(target: Path, mode: int) -> Iterator[tuple[int, Path]]:
    """A locked new file beside the target, its descriptor and path; whatever happens, it does not stay."""
    stem = target.name
    while len(os.fsencode(stem)) > _MAX_STEM:
        stem = stem[:-1]
    handle, temporary = -1, target
    try:
        while handle < 0:
            temporary = target.parent / f".{stem}.corpuslint-{os.urandom(6).hex()}.tmp"
            handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, mode)
            if not _lock(handle) or not os.fstat(handle).st_nlink:  # another writer took it for left behind: once more
                os.close(handle)
                handle = -1
        yield handle, temporary
    except BaseException:
        if temporary != target:
            with suppress(OSError):
                temporary.unlink()
        raise
    finally:
        with suppress(OSError):
            os.close(handle)


def _write(handle: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(handle, rest) :]


def _to_keep(target: Path) -> os.stat_result | None:
    """What is known of the file that stands there; None if there is none. Raises OSError where it must not be replaced."""
    try:
        state = target.stat()
    except FileNotFoundError:
        if not target.parent.is_dir():
            raise FileNotFoundError(errno.ENOENT, "no such folder", str(target.parent)) from None
        return None
    want_regular(state.st_mode, target)
    if not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, "not writable", str(target))
    if state.st_nlink > 1:
        raise OSError(errno.EMLINK, f"has {state.st_nlink} hard links, of which only one would change; copy it first", str(target))
    return state


def _keep(handle: int, temporary: Path, target: Path, old: os.stat_result) -> None:
    """Give the new file what belongs to the old one. The mode comes last: a change of owner takes bits of it away."""
    new = os.fstat(handle)
    if (new.st_uid, new.st_gid) != (old.st_uid, old.st_gid):
        try:
            os.chown(
                handle, -1 if new.st_uid == old.st_uid else old.st_uid, -1 if new.st_gid == old.st_gid else old.st_gid
            )
        except OSError as error:
            raise PermissionError(errno.EPERM, "its owner and group cannot be kept", str(target)) from error
    if hasattr(os, "listxattr"):
        _keep_attributes(handle, target)
    os.chmod(handle if os.chmod in os.supports_fd else temporary, stat.S_IMODE(old.st_mode))  # noqa: PTH101 (the descriptor)


def _keep_attributes(handle: int, target: Path) -> None:
    try:
        names = set(os.listxattr(target)) - _OF_THE_CONTENT
        inherited = set(os.listxattr(handle)) - names
    except OSError:  # a file system that has none
        return
    for name in sorted(inherited):
        if name.startswith(_INHERITED):
            os.removexattr(handle, name)
    for name in sorted(names):
        try:
            os.setxattr(handle, name, os.getxattr(target, name))
        except OSError as error:
            if not name.startswith(_OF_THE_SYSTEM):
                raise PermissionError(errno.EPERM, f"its attribute {name} cannot be kept", str(target)) from error


def _holds(target: Path, data: bytes) -> bool:
    try:
        return read_regular(target, len(data)) == data
    except (FileNotFoundError, TooLarge):
        return False


def _sweep(folder: Path) -> None:
    """Remove what killed writers left in the folder; what somebody is writing now is locked, and stays."""
    if folder in _swept:
        return
    _swept.add(folder)
    with suppress(OSError):
        with os.scandir(folder) as entries:
            left = [entry.path for entry in entries if _TEMPORARY.fullmatch(entry.name)]
        for path in left:
            with suppress(OSError):
                _drop(path)


def _drop(path: str) -> None:
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0))
    try:
        state = os.fstat(handle)
        known = _lock(handle, stale=time.time() - state.st_mtime > _STALE)
        if stat.S_ISREG(state.st_mode) and known:
            os.unlink(path)  # noqa: PTH108 (no Path was made of it)
    finally:
        os.close(handle)


def _lock(handle: int, *, stale: bool = True) -> bool:
    """Whether nobody else has the file locked, as from now this process has; `stale` where there are no locks to ask."""
    try:
        import fcntl

        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except (ImportError, OSError):
        return stale
    return True


def _sync_folder(folder: Path) -> None:
    with suppress(OSError):  # Windows opens no folder; the exchange itself has happened
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
