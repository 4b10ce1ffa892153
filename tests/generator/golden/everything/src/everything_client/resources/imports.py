# Generated from specs/everything.yaml by the generator; edit the spec and run `make generate`.
"""Files that the service reads."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from retail_runtime import GET, POST, Job, M, Part, Path, Resource, Upload, Wait, poll

from .. import models
from ..errors import ImportFailed
from ..models import JobAnswer


class Imports(Resource[M]):
    """Files that the service reads."""

    @POST(
        "/imports",
        body="multipart",
        wait=Wait(
            "imports.status",
            parameters={"job": "job_id"},
            field="state_now",
            done=("done",),
            failed=("failed",),
            error=ImportFailed,
            message="why",
            interval=0.0,
        ),
        reads=JobAnswer,
        data="result",
        meta="meta",
        warnings="meta.warnings",
    )
    def start(
        self, file: Annotated[Upload, Part()], *, mapping: Mapping[str, str] | None = None, note: str | None = None
    ) -> Job[models.Job, models.Job]:
        """Import a file.

        Starts work.

        Args:
            file: The file.
            mapping: Columns by field.
            note: A remark.
        """
        ...

    @GET("/imports/{job-id}", reads=JobAnswer, data="result", meta="meta", warnings="meta.warnings")
    def status(self, job: Annotated[str, Path("job-id")]) -> models.Job:
        """Look at an import.

        How far it is.

        Args:
            job: The import.
        """
        ...

    @poll(
        status,
        Wait(
            "imports.status",
            field="state_now",
            done=("done",),
            failed=("failed",),
            error=ImportFailed,
            message="why",
            interval=0.0,
        ),
    )
    def wait_until_done(
        self, job: Annotated[str, Path("job-id")], *, timeout: float = 600.0, interval: float | None = None
    ) -> models.Job:
        """Call `status` until it tells that the work is done.

        Args:
            job: The import.
            timeout: Seconds to wait at most.
            interval: Seconds between two looks; left out for what suits the API.

        Raises:
            ImportFailed: The server gave it up; the text is its reason.
            WaitTimeoutError: It was not done in time; it may still go on.
        """
        ...
