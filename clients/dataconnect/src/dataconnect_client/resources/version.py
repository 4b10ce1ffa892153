# Generated from specs/dataconnect.yaml by the generator; edit the spec and run `make generate`.
"""Which version answers."""

from __future__ import annotations

from retail_runtime import GET, M, Resource

from .. import models


class Version(Resource[M]):
    """Which version answers."""

    @GET("/version", auth=())
    def get(self) -> models.Version:
        """Tell the version of the service.

        Needs no credentials. (Source: current API version.)

        Raises:
            ServerError: The service failed. The service cannot answer now.
        """
        ...
