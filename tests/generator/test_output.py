"""Packages on disk: written whole or not at all, compared, cleared of what no longer belongs."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from generator.output import compare, write

FILES = {"a.py": "a = 1\n", "src/p/b.py": 'b = "ü"\n', "src/p/py.typed": ""}


def contents(folder: Path) -> dict[str, str]:
    return {str(path.relative_to(folder)): path.read_text() for path in sorted(folder.rglob("*")) if path.is_file()}


def told(folder: Path, files: dict[str, str]) -> list[str]:
    return [str(difference).replace(f"{folder}/", "") for difference in compare({folder: files})]


# -- writing --------------------------------------------------------------------------------------


def test_a_package_is_written_with_its_folders(tmp_path: Path) -> None:
    assert write({tmp_path / "p": FILES}) == {tmp_path / "p": [tmp_path / "p" / name for name in FILES]}
    assert contents(tmp_path / "p") == FILES


def test_what_is_as_it_should_be_is_not_touched(tmp_path: Path) -> None:
    write({tmp_path: FILES})
    for name in FILES:
        os.utime(tmp_path / name, (1, 1))
    assert write({tmp_path: {**FILES, "a.py": "a = 2\n"}}) == {tmp_path: [tmp_path / "a.py"]}
    assert [name for name in FILES if (tmp_path / name).stat().st_mtime == 1] == ["src/p/b.py", "src/p/py.typed"]


def test_files_are_readable_for_all_whatever_the_umask(tmp_path: Path) -> None:
    before = os.umask(0o077)
    try:
        write({tmp_path: FILES})
    finally:
        os.umask(before)
    assert (tmp_path / "a.py").stat().st_mode & 0o777 == 0o644


def test_line_ends_are_those_of_the_text(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_bytes(b"a = 1\r\n")
    write({tmp_path: FILES})
    assert (tmp_path / "a.py").read_bytes() == b"a = 1\n"


def test_a_stray_file_is_removed_with_its_empty_folders(tmp_path: Path) -> None:
    write({tmp_path: FILES})
    stray = tmp_path / "src" / "p" / "old" / "deep" / "c.py"
    stray.parent.mkdir(parents=True)
    stray.write_text("")
    assert write({tmp_path: FILES}) == {tmp_path: [stray]}
    assert not (tmp_path / "src" / "p" / "old").exists()
    assert contents(tmp_path) == FILES


@pytest.mark.parametrize(
    "name",
    [
        ".venv/lib/x.py",
        "src/p/__pycache__/b.cpython-311.pyc",
        "src/p_client.egg-info/PKG-INFO",
        "build/x.py",
        "dist/x.whl",
        ".ruff_cache/x",
        ".gitignore",
    ],
)
def test_what_tools_make_is_left_alone(name: str, tmp_path: Path) -> None:
    write({tmp_path: FILES})
    (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / name).write_text("made")
    assert told(tmp_path, FILES) == []
    assert write({tmp_path: FILES}) == {tmp_path: []}
    assert (tmp_path / name).read_text() == "made"


# -- when something goes wrong --------------------------------------------------------------------


def broken_disk(monkeypatch: pytest.MonkeyPatch, *, after: int) -> None:
    """Let the writing of files fail from the n-th on."""
    opened = os.fdopen
    left = [after]

    def fdopen(*arguments: object, **options: object) -> object:
        left[0] -= 1
        if left[0] < 0:
            os.close(arguments[0])  # type: ignore[arg-type]
            raise OSError(errno.ENOSPC, "No space left on device")
        return opened(*arguments, **options)  # type: ignore[call-overload]

    monkeypatch.setattr(os, "fdopen", fdopen)


@pytest.mark.parametrize("after", [0, 1, 2, 3, 4])
def test_an_error_while_writing_leaves_every_package_as_it_was(
    after: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write({tmp_path / "p": FILES})
    (tmp_path / "p" / "stray.py").write_text("")
    before = contents(tmp_path)
    new = {name: f"{text}# new\n" for name, text in FILES.items()}
    broken_disk(monkeypatch, after=after)
    with pytest.raises(OSError, match="No space left"):
        write({tmp_path / "p": new, tmp_path / "new": new})
    assert contents(tmp_path) == before
    assert not (tmp_path / "new").exists()


def test_a_folder_that_cannot_be_made_leaves_every_package_as_it_was(tmp_path: Path) -> None:
    write({tmp_path / "p": FILES})
    (tmp_path / "q").write_text("a file where a folder should be")
    before = contents(tmp_path)
    with pytest.raises(OSError, match=r"q|directory|exists"):
        write({tmp_path / "p": {"a.py": "a = 2\n"}, tmp_path / "q": FILES})
    assert contents(tmp_path) == before


def test_who_stops_it_between_two_steps_has_whole_files_and_the_next_run_completes_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write({tmp_path: FILES})
    new = {name: f"{text}# new\n" for name, text in FILES.items()}
    replace, left = Path.replace, [1]

    def stop(self: Path, target: Path) -> Path:
        left[0] -= 1
        if left[0] < 0:
            raise KeyboardInterrupt
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", stop)
    with pytest.raises(KeyboardInterrupt):
        write({tmp_path: new})
    monkeypatch.undo()
    assert contents(tmp_path) == {**FILES, "a.py": new["a.py"]}
    write({tmp_path: new})
    assert contents(tmp_path) == new


def test_what_a_killed_run_left_beside_its_place_is_cleared_away(tmp_path: Path) -> None:
    write({tmp_path: FILES})
    (tmp_path / "src" / "p" / ".generated-x1y2").write_text("half a fi")
    assert told(tmp_path, FILES) == ["src/p/.generated-x1y2: does not belong"]
    write({tmp_path: FILES})
    assert contents(tmp_path) == FILES


# -- comparing ------------------------------------------------------------------------------------


def test_a_package_that_is_as_it_should_be_has_no_difference(tmp_path: Path) -> None:
    write({tmp_path: FILES})
    assert told(tmp_path, FILES) == []


def test_a_difference_says_which_file_and_how(tmp_path: Path) -> None:
    write({tmp_path: FILES})
    (tmp_path / "a.py").write_text("a = 2\n")
    (tmp_path / "src" / "p" / "b.py").unlink()
    (tmp_path / "src" / "p" / "c.py").write_text("")
    changed, missing, stray = told(tmp_path, FILES)
    assert changed.startswith("a.py: differs\n")
    assert changed.splitlines()[-2:] == ["    -a = 2", "    +a = 1"]
    assert missing == "src/p/b.py: is missing"
    assert stray == "src/p/c.py: does not belong"


def test_a_package_that_is_not_there_lacks_every_file(tmp_path: Path) -> None:
    assert told(tmp_path, {}) == []
    assert len(list(compare({tmp_path / "none": FILES}))) == len(FILES)


def test_a_difference_in_line_ends_alone_is_one_and_is_shown(tmp_path: Path) -> None:
    write({tmp_path: FILES})
    (tmp_path / "a.py").write_bytes(b"a = 1\r\n")
    (difference,) = told(tmp_path, FILES)
    assert "'-a = 1\\r'" in difference


def test_a_file_that_is_no_text_differs_without_a_crash(tmp_path: Path) -> None:
    write({tmp_path: FILES})
    (tmp_path / "a.py").write_bytes(b"\xff\xfe\x00")
    assert told(tmp_path, FILES)[0].startswith("a.py: differs")


def test_a_long_difference_is_cut_and_says_so(tmp_path: Path) -> None:
    write({tmp_path: {"a.py": "a\n" * 200}})
    (difference,) = told(tmp_path, {"a.py": "b\n" * 200})
    assert difference.splitlines()[-1] == "    ... and 363 more lines"
