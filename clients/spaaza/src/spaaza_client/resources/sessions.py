# Generated from specs/spaaza.yaml by the generator; edit the spec and run `make generate`.
"""Logging in and out, and who is logged in."""

from __future__ import annotations

from retail_runtime import DELETE, GET, POST, M, Resource

from ..models import (
    CrossSiteToken,
    CrossSiteTokenAnswer,
    LoginStatusAnswer,
    Logout,
    LogoutAnswer,
    Session,
    SessionAnswer,
    UserInfo,
)


class Sessions(Resource[M]):
    """Logging in and out, and who is logged in."""

    @POST("/auth/login", auth=(), body="form", repeat=True, reads=SessionAnswer, data="results", warnings="warnings")
    def login(self, username: str, *, password: str) -> Session:
        """Log a user in.

        Checks the password, ends the user's earlier sessions, and starts one. A member needs the app's host name; an
        administrator, a webshop or a till may leave it out. Too many failures in a time give 307. (Source: Logging
        users in.)

        Args:
            username: The user name.
            password: The password.

        Raises:
            UsernameInvalidError: The user name is not an email address in proper form.
            HttpVarsMissingError: A parameter that must be sent is missing.
            PasswordErrorOrNonExistentError: No account has this user name and password.
            NoMypriceAppError: The app's host name is needed.
            TooManyFailedLoginsError: Too many logins failed within a certain time.
        """
        ...

    @POST(
        "/auth/session",
        auth=(("privileged",),),
        body="form",
        repeat=False,
        reads=SessionAnswer,
        data="results",
        warnings="warnings",
    )
    def create(
        self,
        *,
        username: str | None = None,
        user_id: int | None = None,
        member_number: str | None = None,
        authentication_point_identifier: str | None = None,
    ) -> Session:
        """Log in on behalf of a user.

        Starts a session without the user's password. Needs the app's host name, and one way at least to tell the user.
        Chosen: ways that lead to different users give 416. (Source: Logging in on behalf of a user.)

        Args:
            username: The user name.
            user_id: The user.
            member_number: The number in the programme.
            authentication_point_identifier: The user's id in another system, such as a webshop.

        Raises:
            UsernameInvalidError: The user name is not an email address in proper form.
            HttpVarsMissingError: A parameter that must be sent is missing.
            UserIdInvalidError: `user_id` is not an integer of at most 10 digits.
            AuthorizationInvalidError: The authorization header is malformed.
            AccessTokenInvalidError: The access token is not valid.
            NoPrivilegedAuthError: The call needs privileged authentication.
            NoMypriceAppError: The app's host name is needed.
            UserNotFoundError: There is no such user.
            MultipleParameterMismatchError: Several parameters were sent where fewer are taken.
        """
        ...

    @GET("/auth/get-login-status", auth=(), reads=LoginStatusAnswer, data="results", warnings="warnings")
    def status(self, session_key: str, *, user_id: int | None = None, username: str | None = None) -> UserInfo:
        """Ask whether a session is valid.

        Gives the session's user, and an error (6) where there is no such session or it has ended. `username` or
        `user_id` is needed beside the key; a member's session needs the app's host name too. After a login by Facebook
        there are its access token and the token's end as well. (Source: Getting user session status.)

        Args:
            session_key: The key of the session.
            user_id: The session's user; needed unless `username` is sent.
            username: The user name of the session's user; needed unless `user_id` is sent.

        Raises:
            UsernameInvalidError: The user name is not an email address in proper form.
            HttpVarsMissingError: A parameter that must be sent is missing.
            NoValidSessionError: A login is needed, with the key of a running session.
            SessionKeyInvalidError: `session_key` is malformed: 64 letters and digits are expected.
            UserIdInvalidError: `user_id` is not an integer of at most 10 digits.
            NoMypriceAppError: The app's host name is needed.
        """
        ...

    @DELETE(
        "/auth/logout",
        auth=(("user_id", "user_session"), ("admin_id", "admin_session")),
        reads=LogoutAnswer,
        data="results",
        warnings="warnings",
    )
    def logout(self) -> Logout:
        """Log out.

        Ends the session that the call is made with. (Source: Logging users out.)

        Raises:
            NoValidSessionError: A login is needed, with the key of a running session.
            SessionKeyInvalidError: `session_key` is malformed: 64 letters and digits are expected.
            NoMypriceAppError: The app's host name is needed.
        """
        ...

    @POST(
        "/auth/get-cross-site-token",
        auth=(("user_id", "user_session"),),
        repeat=True,
        reads=CrossSiteTokenAnswer,
        data="results",
        warnings="warnings",
    )
    def cross_site_token(self) -> CrossSiteToken:
        """Get a token for the login at another site.

        Lets a site of a third party know and log in the user of this session. Needs the app's host name. Not every
        chain has it; the others refuse with 68 (chosen). (Source: Cross site authentication token.)

        Raises:
            NoValidSessionError: A login is needed, with the key of a running session.
            SessionKeyInvalidError: `session_key` is malformed: 64 letters and digits are expected.
            PermissionDeniedOrNonExistentError: The object does not exist, or the user has no permission for it.
            NoMypriceAppError: The app's host name is needed.
        """
        ...
