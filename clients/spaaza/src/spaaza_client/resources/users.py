# Generated from specs/spaaza.yaml by the generator; edit the spec and run `make generate`.
"""Members of a chain, and its administrators."""

from __future__ import annotations

from typing import Annotated, Literal

from retail_runtime import (
    DELETE,
    GET,
    POST,
    PUT,
    Download,
    Export,
    Fetch,
    Header,
    M,
    NumberedPages,
    Page,
    Query,
    Resource,
)

from ..models import (
    AddNoteAnswer,
    AlterLoyaltyLevelAnswer,
    Card,
    CardAnswer,
    DeletedNote,
    DeleteNoteAnswer,
    ExportAnswer,
    ExportLink,
    FoundUser,
    Note,
    UserAnswer,
    UserInfo,
    UserLoyaltyLevel,
)


class Users(Resource[M]):
    """Members of a chain, and its administrators."""

    @POST(
        "/internal/add-user",
        auth=(("admin_id", "admin_session"), ("privileged",)),
        body="form",
        repeat=False,
        reads=UserAnswer,
        data="results.user_info",
        warnings="warnings",
    )
    def add(
        self,
        *,
        on_behalf_of: Annotated[str | None, Header("X-Spaaza-On-Behalf-Of")] = None,
        spaaza_request: Annotated[str | None, Header("X-Spaaza-Request")] = None,
        username: str | None = None,
        last_name: str | None = None,
        first_name: str | None = None,
        chain_id: int | None = None,
        authentication_point_identifier: str | None = None,
        auxiliary_identifier: str | None = None,
        member_number: str | None = None,
        birthday: str | None = None,
        gender: str | None = None,
        country_code: str | None = None,
        address_streetname: str | None = None,
        address_housenumber: str | None = None,
        address_housenumber_extension: str | None = None,
        address_line_2: str | None = None,
        address_line_3: str | None = None,
        address_towncity: str | None = None,
        address_regionstate: str | None = None,
        address_postalcode: str | None = None,
        phone_number: str | None = None,
        language: str | None = None,
        password: str | None = None,
        fb_access_token: str | None = None,
        affiliate_code: str | None = None,
        referral_code: str | None = None,
        mailing_list_sub_offered: bool | None = None,
        mailing_list_subscribed: bool | None = None,
        printed_mailing_list_subscribed: bool | None = None,
        programme_opted_in: bool | None = None,
        opt_in_secondary: bool | None = None,
        registered: bool | None = None,
        is_employee: bool | None = None,
        store_id: int | None = None,
        branch_business_owner_code: str | None = None,
        home_store_id: int | None = None,
        update_if_exists: bool | None = None,
    ) -> UserInfo:
        """Add a user.

        A member is told by `username`, by `member_number` and by `authentication_point_identifier`; no two members of a
        chain share one of them. One that is taken gives `user_already_exists` (234), or, with `update_if_exists`,
        changes that member by what is sent: then `user_type` is `registered` and `updated_existing_user` true. Should
        the three lead to different members, nothing changes: `too_many_duplicate_objects` (434).

        `username` and `last_name` are needed, unless the user comes from Facebook (`fb_access_token`). An administrator
        needs assign access to the chain, and sends `chain_id`; a privileged key needs the app's host name. What a
        programme lacks, it refuses: mailing list fields give 290 where the app has no list, `programme_opted_in` gives
        320 where there is nothing to opt in to.

        Chosen: a `birthday` may be left out, a text has at most 255 characters, a wrong `X-Spaaza-Request` gives 411, a
        number that is none 423, a branch that is not the chain's 68, a change of a deleted account 424. A postal code
        has letters, digits, blanks and hyphens, in some countries a stricter form. A member without a number of their
        own gets the id for one; a referral or affiliate code that nobody has changes nothing. `update_if_exists`
        without anything that tells a member gives 435. (Source: Adding a user.)

        Args:
            on_behalf_of: The user name of the user whose rights count, for a privileged key. Chosen: an administrator
                may do what the role in the chain allows, a member may read of themselves alone; else 424, and 267 for a
                user who is not there.
            spaaza_request: Where the user signs up: a JSON object as text, whose `client_channel` is `mobile`, `pos` or
                `import`.
            username: The user name; needed without `fb_access_token`.
            last_name: The last name; needed without `fb_access_token`.
            first_name: The first name.
            chain_id: The chain. An administrator must send it.
            authentication_point_identifier: The user's id in another system, such as a webshop. Wise where email
                addresses change there.
            auxiliary_identifier: A second id of the retailer's; shown and searched for.
            member_number: The number in the programme, mostly digits. Without it Spaaza gives one.
            birthday: The birthday: `1986-01-30`, or as a moment (`1983-07-27T00:00:00Z`, `1983-07-27T00:00:00+00:00`),
                which is turned to UTC. Some programmes need it.
            gender: `M` or `F`, in either case.
            country_code: The country, as ISO 3166-1 alpha-2.
            address_streetname: The street.
            address_housenumber: The number or name of the house.
            address_housenumber_extension: What follows the number, such as a flat.
            address_line_2: The second line, such as a neighbourhood or a village.
            address_line_3: The third line, such as a village or a borough.
            address_towncity: The town.
            address_regionstate: The region or state.
            address_postalcode: The postal code. Chosen: 20 characters, as for branches.
            phone_number: The phone number.
            language: The language the user prefers, as BCP 47 writes it (`nl`, `nl-BE`).
            password: The password, where Spaaza keeps the logins. At least 6 characters.
            fb_access_token: The access token of Facebook, for a user who comes from there. Letters and digits.
            affiliate_code: A campaign's code, such as one to invite friends, that may give something to another user.
            referral_code: The referral code of the user who sent this one. The text calls it an integer; its samples
                have letters.
            mailing_list_sub_offered: Whether the mailing list was offered; without it false.
            mailing_list_subscribed: Whether the user is on the mailing list; without it false.
            printed_mailing_list_subscribed: Whether the user is on the list for print, such as catalogues.
            programme_opted_in: Whether the user joins the programme; without it true, where it asks.
            opt_in_secondary: An agreement to whatever the retailer uses it for.
            registered: Whether the user counts as registered, whatever that means; without it true.
            is_employee: Whether the user works for the chain; without it false.
            store_id: The branch where the user signs up.
            branch_business_owner_code: The retailer's own code of the branch where the user signs up. `store_id` wins
                over it.
            home_store_id: The user's home branch.
            update_if_exists: Change a user who is there already in place of an error.

        Raises:
            UsernameInvalidError: The user name is not an email address in proper form.
            PasswordInvalidError: The password is not valid: 6 characters are the least.
            HttpVarsMissingError: A parameter that must be sent is missing.
            NoValidSessionError: A login is needed, with the key of a running session.
            UserUsernameInvalidError: `user_username` is not an email address.
            SessionKeyInvalidError: `session_key` is malformed: 64 letters and digits are expected.
            PermissionDeniedOrNonExistentError: The object does not exist, or the user has no permission for it.
            GenderValueError: The gender is none of m, M, f, F.
            FbGraphApiAccessFailedError: Facebook's Graph API could not be reached.
            FbOauthExceptionError: Facebook refused the access token.
            FbGraphMiscExceptionError: Facebook's Graph API told some other error.
            ChainIdNotFoundError: No chain has this `chain_id`.
            AuthMethodInvalidError: The value of `auth_method` is not valid.
            UserAlreadyExistsError: An account with this email address exists; log in, or use another address.
            DateValueError: The date is not in the form YYYY-MM-DD.
            AuthorizationInvalidError: The authorization header is malformed.
            AccessTokenInvalidError: The access token is not valid.
            NoValidUserError: A valid user name is needed.
            NoMypriceAppError: The app's host name is needed.
            HasherTypeInvalidError: `hasher_type` is not an integer of 1 to 3 digits.
            MagentoOauthExceptionError: Magento: a technical problem, of which support was told.
            MagentoUnexpectedResponseError: Magento answered something unexpected.
            PostalcodeInvalidError: The postal code has the wrong form.
            MailingListNotActivatedError: The app has no mailing list switched on.
            MailingListSubscribedBooleanRequiredError: `mailing_list_subscribed` is not a boolean.
            MailingListSubOfferedBooleanRequiredError: `mailing_list_sub_offered` is not a boolean.
            ParameterSuppliedNotBooleanError: A parameter that must be a boolean is not.
            OptInProgrammeNotActivatedError: The app has no opt-in programme switched on.
            ProgrammeOptedInBooleanRequiredError: `programme_opted_in` is not a boolean.
            SecondaryEmailInvalidError: The second email address has the wrong form.
            ParameterNotInWhitelistError: A parameter has a value that is not listed as permitted.
            StringParameterTooLongError: A parameter is too long.
            ParameterInvalidError: A parameter is not valid, or has the wrong form.
            CountryCodeInvalidError: The country code is not one of two letters (ISO alpha-2).
            ParameterSuppliedNotIntegerError: A parameter that must be an integer is not.
            AccessDeniedError: Access is refused.
            MemberNumberRangeInvalidError: `member_number` is above the highest that the app allows.
            TooManyDuplicateObjectsError: Too many objects match: duplicates.
            InsufficientObjectsError: Too few objects match.
        """
        ...

    @PUT(
        "/internal/alter-user",
        auth=(("admin_id", "admin_session"), ("privileged",)),
        body="form",
        reads=UserAnswer,
        data="results.user_info",
        warnings="warnings",
    )
    def alter(
        self,
        *,
        on_behalf_of: Annotated[str | None, Header("X-Spaaza-On-Behalf-Of")] = None,
        user_id: int | None = None,
        username: str | None = None,
        member_number: str | None = None,
        authentication_point_identifier: str | None = None,
        chain_id: int | None = None,
        auxiliary_identifier: str | None = None,
        first_name: str | None = None,
        last_name: str | None = None,
        birthday: str | None = None,
        gender: str | None = None,
        country_code: str | None = None,
        address_streetname: str | None = None,
        address_housenumber: str | None = None,
        address_housenumber_extension: str | None = None,
        address_line_2: str | None = None,
        address_line_3: str | None = None,
        address_towncity: str | None = None,
        address_regionstate: str | None = None,
        address_postalcode: str | None = None,
        phone_number: str | None = None,
        language: str | None = None,
        password: str | None = None,
        mailing_list_sub_offered: bool | None = None,
        mailing_list_subscribed: bool | None = None,
        printed_mailing_list_subscribed: bool | None = None,
        programme_opted_in: bool | None = None,
        opt_in_secondary: bool | None = None,
        registered: bool | None = None,
        is_employee: bool | None = None,
        store_id: int | None = None,
        branch_business_owner_code: str | None = None,
        home_store_id: int | None = None,
    ) -> UserInfo:
        """Change a user.

        Only what is sent changes; what is sent blank is removed. The user is told by `user_id`, else by `username`, by
        `member_number` or by `authentication_point_identifier`; beside a `user_id`, the others are new values. An
        administrator names the user by `user_id` (the text grants the user name in one place and denies it in another),
        needs assign access to the chain, and sends `chain_id`.

        Chosen: beside a `username` without `user_id`, a `member_number` is a new value too; its change takes write
        access. An identity that another member has gives 234, or 427 where it is the member number. The text lists no
        errors here: those of adding, and 270 for an unknown user. (Source: Altering a user.)

        Args:
            on_behalf_of: The user name of the user whose rights count, for a privileged key. Chosen: an administrator
                may do what the role in the chain allows, a member may read of themselves alone; else 424, and 267 for a
                user who is not there.
            user_id: The user. Needed where none of the names below tells it.
            username: The user name; beside `user_id` a new one.
            member_number: The number in the programme; beside `user_id` or `username` a new one.
            authentication_point_identifier: The user's id in another system, such as a webshop. Beside `user_id`,
                `username` or `member_number` a new one.
            chain_id: The chain. An administrator must send it.
            auxiliary_identifier: A second id of the retailer's; shown and searched for.
            first_name: The first name.
            last_name: The last name.
            birthday: The birthday: `1986-01-30`, or as a moment (`1983-07-27T00:00:00Z`, `1983-07-27T00:00:00+00:00`),
                which is turned to UTC; or blank.
            gender: `M` or `F`, in either case, or blank.
            country_code: The country, as ISO 3166-1 alpha-2, or blank.
            address_streetname: The street.
            address_housenumber: The number or name of the house.
            address_housenumber_extension: What follows the number, such as a flat.
            address_line_2: The second line, such as a neighbourhood or a village.
            address_line_3: The third line, such as a village or a borough.
            address_towncity: The town.
            address_regionstate: The region or state.
            address_postalcode: The postal code. Chosen: 20 characters, as for branches.
            phone_number: The phone number.
            language: The language the user prefers, as BCP 47 writes it (`nl`, `nl-BE`), or blank.
            password: The new password, at least 6 characters. Where another system keeps the logins, it may not change.
            mailing_list_sub_offered: Whether the mailing list was offered. Chosen: unchanged if not sent.
            mailing_list_subscribed: Whether the user is on the mailing list. Chosen: unchanged if not sent.
            printed_mailing_list_subscribed: Whether the user is on the list for print, such as catalogues.
            programme_opted_in: Whether the user is in the programme, where it asks for that.
            opt_in_secondary: An agreement to whatever the retailer uses it for.
            registered: Whether the user counts as registered. Chosen: unchanged if not sent.
            is_employee: Whether the user works for the chain. Chosen: unchanged if not sent.
            store_id: The branch where the user signed up.
            branch_business_owner_code: The retailer's own code of the branch where the user signed up. `store_id` wins
                over it.
            home_store_id: The user's home branch.

        Raises:
            UsernameInvalidError: The user name is not an email address in proper form.
            PasswordInvalidError: The password is not valid: 6 characters are the least.
            HttpVarsMissingError: A parameter that must be sent is missing.
            NoValidSessionError: A login is needed, with the key of a running session.
            SessionKeyInvalidError: `session_key` is malformed: 64 letters and digits are expected.
            PermissionDeniedOrNonExistentError: The object does not exist, or the user has no permission for it.
            GenderValueError: The gender is none of m, M, f, F.
            UserIdInvalidError: `user_id` is not an integer of at most 10 digits.
            ChainIdNotFoundError: No chain has this `chain_id`.
            AuthMethodInvalidError: The value of `auth_method` is not valid.
            UserAlreadyExistsError: An account with this email address exists; log in, or use another address.
            DateValueError: The date is not in the form YYYY-MM-DD.
            AuthorizationInvalidError: The authorization header is malformed.
            AccessTokenInvalidError: The access token is not valid.
            NoValidUserError: A valid user name is needed.
            NoMypriceAppError: The app's host name is needed.
            UserNotFoundError: There is no such user.
            PostalcodeInvalidError: The postal code has the wrong form.
            MailingListNotActivatedError: The app has no mailing list switched on.
            MailingListSubscribedBooleanRequiredError: `mailing_list_subscribed` is not a boolean.
            MailingListSubOfferedBooleanRequiredError: `mailing_list_sub_offered` is not a boolean.
            ParameterSuppliedNotBooleanError: A parameter that must be a boolean is not.
            OptInProgrammeNotActivatedError: The app has no opt-in programme switched on.
            ProgrammeOptedInBooleanRequiredError: `programme_opted_in` is not a boolean.
            StringParameterTooLongError: A parameter is too long.
            ParameterInvalidError: A parameter is not valid, or has the wrong form.
            CountryCodeInvalidError: The country code is not one of two letters (ISO alpha-2).
            ParameterSuppliedNotIntegerError: A parameter that must be an integer is not.
            AccessDeniedError: Access is refused.
            MemberNumberRangeInvalidError: `member_number` is above the highest that the app allows.
            MemberNumberDuplicateError: `member_number` is taken in this app.
        """
        ...

    @GET(
        "/internal/get-user",
        auth=(("admin_id", "admin_session"), ("privileged",)),
        reads=UserAnswer,
        data="results.user_info",
        warnings="warnings",
    )
    def get(
        self,
        *,
        chain_id: int | None = None,
        user_id: int | None = None,
        username: str | None = None,
        authentication_point_identifier: str | None = None,
        fb_access_token: str | None = None,
        affiliate_code: str | None = None,
        on_behalf_of: Annotated[str | None, Header("X-Spaaza-On-Behalf-Of")] = None,
    ) -> UserInfo:
        """Get a user.

        Looked up by `user_id`; without it by `username`, and when that finds nobody, by
        `authentication_point_identifier`. An administrator sends `user_id` and `chain_id` together, or `username`
        alone, and needs read access to the chain. A look-up by `username` needs the app's host name, and so does a
        privileged key, which may act on behalf of a user. (Source: Retrieving a user.)

        Args:
            chain_id: The chain of the user. An administrator sends it with `user_id`.
            user_id: The user. An administrator sends it with `chain_id`.
            username: The user name, an email address. Not looked at beside a `user_id`.
            authentication_point_identifier: The user's id in another system, such as a webshop. Not looked at beside a
                `user_id`.
            fb_access_token: The user's access token of Facebook.
            affiliate_code: The user's affiliate code.
            on_behalf_of: The user name of the user whose rights count, for a privileged key. Chosen: an administrator
                may do what the role in the chain allows, a member may read of themselves alone; else 424, and 267 for a
                user who is not there.

        Raises:
            UsernameInvalidError: The user name is not an email address in proper form.
            HttpVarsMissingError: A parameter that must be sent is missing.
            NoValidSessionError: A login is needed, with the key of a running session.
            SessionKeyInvalidError: `session_key` is malformed: 64 letters and digits are expected.
            PermissionDeniedOrNonExistentError: The object does not exist, or the user has no permission for it.
            FbAccessTokenInvalidError: `fb_access_token` is not 1 to 2048 letters and digits.
            UserIdInvalidError: `user_id` is not an integer of at most 10 digits.
            ChainIdNotFoundError: No chain has this `chain_id`.
            AuthMethodInvalidError: The value of `auth_method` is not valid.
            AuthorizationInvalidError: The authorization header is malformed.
            AccessTokenInvalidError: The access token is not valid.
            NoValidUserError: A valid user name is needed.
            NoMypriceAppError: The app's host name is needed.
            UserNotFoundError: There is no such user.
            ParameterSuppliedNotIntegerError: A parameter that must be an integer is not.
            AccessDeniedError: Access is refused.
        """
        ...

    @PUT(
        "/auth/alter-loyalty-level",
        auth=(("admin_id", "admin_session"),),
        body="form",
        reads=AlterLoyaltyLevelAnswer,
        data="results.loyalty_level",
        warnings="warnings",
    )
    def alter_loyalty_level(
        self,
        loyalty_level_id: int,
        *,
        spaaza_request: Annotated[str | None, Header("X-Spaaza-Request")] = None,
        user_id: int | None = None,
        member_number: str | None = None,
    ) -> UserLoyaltyLevel:
        """Set a member's loyalty level.

        The member is at that level from now on, whatever the points say. The member is told by `user_id`, else by
        `member_number`; an administrator needs write access to the chain. A privileged key is refused. The vendor's
        clients also call it `/auth/alter-user-loyalty-level`.

        Chosen: an unknown level gives 453, and neither a user nor a member number 404 (the code, under HTTP 400).
        (Source: Setting the loyalty level of a user.)

        Args:
            loyalty_level_id: The level.
            spaaza_request: Where the user signs up: a JSON object as text, whose `client_channel` is `mobile`, `pos` or
                `import`.
            user_id: The member; needed without `member_number`. It wins over it.
            member_number: The member's number; needed without `user_id`.

        Raises:
            HttpVarsMissingError: A parameter that must be sent is missing.
            NoValidSessionError: A login is needed, with the key of a running session.
            SessionKeyInvalidError: `session_key` is malformed: 64 letters and digits are expected.
            PermissionDeniedOrNonExistentError: The object does not exist, or the user has no permission for it.
            UserIdInvalidError: `user_id` is not an integer of at most 10 digits.
            AuthMethodInvalidError: The value of `auth_method` is not valid.
            NoMypriceAppError: The app's host name is needed.
            UserNotFoundError: There is no such user.
            UserIdOrMemberNumberRequiredError: Either `user_id` or `member_number` is needed.
            ParameterNotInWhitelistError: A parameter has a value that is not listed as permitted.
            ParameterInvalidError: A parameter is not valid, or has the wrong form.
            ParameterSuppliedNotIntegerError: A parameter that must be an integer is not.
            ObjectParameterInvalidError: No object belongs to the parameter.
        """
        ...

    @POST(
        "/auth/export",
        auth=(("privileged",),),
        body="form",
        repeat=True,
        fetch=Fetch("", {}, url="download_url"),
        reads=ExportAnswer,
        data="results",
        warnings="warnings",
    )
    def export(self, export_entity: Literal["user"] | str) -> Export[ExportLink]:
        """Ask for a CSV file of all users of the chain.

        Gives a link to the file. The link works once, and for 48 hours. The app's host name tells the chain. (Source:
        Exporting users.)

        Args:
            export_entity: What is wanted. Others than `user` give 329.

        Raises:
            HttpVarsMissingError: A parameter that must be sent is missing.
            AuthorizationInvalidError: The authorization header is malformed.
            AccessTokenInvalidError: The access token is not valid.
            NoPrivilegedAuthError: The call needs privileged authentication.
            NoMypriceAppError: The app's host name is needed.
            ExportNotSupportedError: This kind of entity cannot be exported.
        """
        ...

    @GET("/export/user", server="exports", auth=(), repeat=False, accept="text/csv")
    def export_file(
        self,
        nonce: Annotated[str, Query("Nonce")],
        *,
        chain_id: Annotated[int, Query("ChainId")],
        segment: Annotated[Literal["all"] | str | None, Query("Segment")] = None,
    ) -> Download:
        """Download the CSV file of an export.

        What the link of an export leads to; its parameters are those of the link. The file comes as a stream, with all
        users of the chain in it. The nonce stands for the credentials: the time at which the link was made, and a
        signature by a secret of the service. A forged one gives 325, one older than 48 hours 326, one that was used
        327.

        Chosen: the first line has the names of the columns, which are those of a user without the objects in it: `id`,
        `username`, `first_name`, `last_name`, `gender`, `birthday`, `country_code`, the `address_` fields,
        `phone_number`, `language`, `member_number`, `authentication_point_identifier`, `auxiliary_identifier`,
        `registered`, `programme_opted_in`, `mailing_list_subscribed`. (Source: Exporting users.)

        Args:
            nonce: When the link was made (UTC), followed by a signature of 32 bytes in base 64.
            chain_id: The chain whose users are wanted. Chosen, the signature covers it.
            segment: Which users; there are no others yet than all.

        Raises:
            HttpVarsMissingError: A parameter that must be sent is missing.
            InvalidNonceError: The nonce is not valid.
            ExpiredNonceError: The nonce has expired.
            NonceAlreadyUsedError: The nonce has been used.
        """
        ...

    @DELETE(
        "/delete-user",
        auth=(("admin_id", "admin_session"), ("privileged",)),
        body="form",
        reads=UserAnswer,
        data="results.user_info",
        warnings="warnings",
    )
    def delete(
        self,
        *,
        on_behalf_of: Annotated[str | None, Header("X-Spaaza-On-Behalf-Of")] = None,
        user_id: int | None = None,
        username: str | None = None,
        member_number: str | None = None,
        chain_id: int | None = None,
    ) -> UserInfo:
        """Delete a user's personal details.

        For the law's sake all that tells who a user is, is made unreadable: names become `Deleted`, the user name
        `<id>@deleted.spaaza.com`; gender, birthday, address and phone number go. The user itself stays, with the
        history. One of `user_id`, `username` and `member_number` is needed. An administrator needs delete access to the
        chain, and sends `chain_id`. A privileged key needs the app's host name, unless it sends `user_id`.

        Chosen: the user's sessions end, the notes go, open vouchers expire, and the user can still be read, with
        `obfuscated` true. Of several ways to tell the user the first counts. (Source: Deleting user accounts.)

        Args:
            on_behalf_of: The user name of the user whose rights count, for a privileged key. Chosen: an administrator
                may do what the role in the chain allows, a member may read of themselves alone; else 424, and 267 for a
                user who is not there.
            user_id: The user.
            username: The user name.
            member_number: The number in the programme.
            chain_id: The chain. An administrator must send it.

        Raises:
            UsernameInvalidError: The user name is not an email address in proper form.
            HttpVarsMissingError: A parameter that must be sent is missing.
            NoValidSessionError: A login is needed, with the key of a running session.
            SessionKeyInvalidError: `session_key` is malformed: 64 letters and digits are expected.
            PermissionDeniedOrNonExistentError: The object does not exist, or the user has no permission for it.
            UserIdInvalidError: `user_id` is not an integer of at most 10 digits.
            ChainIdNotFoundError: No chain has this `chain_id`.
            AuthMethodInvalidError: The value of `auth_method` is not valid.
            AuthorizationInvalidError: The authorization header is malformed.
            AccessTokenInvalidError: The access token is not valid.
            NoValidUserError: A valid user name is needed.
            NoMypriceAppError: The app's host name is needed.
            UserNotFoundError: There is no such user.
            ParameterSuppliedNotIntegerError: A parameter that must be an integer is not.
            AccessDeniedError: Access is refused.
        """
        ...

    @POST(
        "/search/users",
        server="services",
        auth=(("admin_id", "admin_session"),),
        body="form",
        repeat=True,
        reads=list[FoundUser],
        page=NumberedPages("", parameter="page", size="count", default_size=25),
    )
    def search(
        self,
        chain_id: int,
        *,
        query: str | None = None,
        page: int | None = None,
        count: int | None = None,
        opted_in: bool | None = None,
    ) -> Page[FoundUser]:
        """Search the users of a chain.

        Finds users by what an end user types. Chosen: every word of `query` is a part of the user name, a name, the
        member number or the auxiliary identifier, in any case; by id; without `count`, 25 a page; read access is
        needed. Errors have the form of the API host's. (Source: Searching Users.)

        Args:
            chain_id: The chain.
            query: What to search for; without it all users.
            page: The page, from 1. Chosen: at most a million.
            count: How many users a page has. Chosen: at most 500, 25 without it.
            opted_in: Only users who are in the programme. Left out for all.

        Raises:
            HttpVarsMissingError: A parameter that must be sent is missing.
            NoValidSessionError: A login is needed, with the key of a running session.
            SessionKeyInvalidError: `session_key` is malformed: 64 letters and digits are expected.
            SearchStringLengthError: The search string has more than 256 characters.
            PermissionDeniedOrNonExistentError: The object does not exist, or the user has no permission for it.
            ChainIdRequiredError: A valid `chain_id` is needed.
            ChainIdNotFoundError: No chain has this `chain_id`.
            ParameterSuppliedNotBooleanError: A parameter that must be a boolean is not.
            EntityMismatchError: The entities or chains do not fit each other.
            ParameterSuppliedNotIntegerError: A parameter that must be an integer is not.
        """
        ...

    @POST(
        "/internal/add-user-note",
        auth=(("admin_id", "admin_session"), ("privileged",)),
        body="form",
        repeat=False,
        reads=AddNoteAnswer,
        data="results",
        warnings="warnings",
    )
    def add_note(self, user_id: int, *, text: str) -> Note:
        """Add a note to a user.

        Anything worth knowing about a member. Notes are read on the member's card (`users_card`). A privileged key
        needs the app's host name.

        The text's sample shows the note alone. Chosen: it is the `results` of an answer like any other of this host.
        Chosen: an administrator needs write access to the chain. (Source: Adding a note to a user.)

        Args:
            user_id: Whom it is about.
            text: The note, at most 1000 characters.

        Raises:
            HttpVarsMissingError: A parameter that must be sent is missing.
            NoValidSessionError: A login is needed, with the key of a running session.
            SessionKeyInvalidError: `session_key` is malformed: 64 letters and digits are expected.
            PermissionDeniedOrNonExistentError: The object does not exist, or the user has no permission for it.
            UserIdInvalidError: `user_id` is not an integer of at most 10 digits.
            UserIdNotPresentError: `user_id` is missing.
            AuthorizationInvalidError: The authorization header is malformed.
            AccessTokenInvalidError: The access token is not valid.
            NoMypriceAppError: The app's host name is needed.
            UserNotFoundError: There is no such user.
            StringParameterTooLongError: A parameter is too long.
        """
        ...

    @DELETE(
        "/internal/delete-user-note",
        auth=(("admin_id", "admin_session"), ("privileged",)),
        body="form",
        reads=DeleteNoteAnswer,
        data="results",
        warnings="warnings",
    )
    def delete_note(self, user_note_id: int) -> DeletedNote:
        """Delete a note.

        The note is gone for good. A privileged key needs the app's host name.

        The text's sample shows the results alone. Chosen: they are the `results` of an answer like any other of this
        host. Chosen: an administrator needs write access to the chain; a note that is not there gives 68. (Source:
        Deleting a user note.)

        Args:
            user_note_id: The note.

        Raises:
            HttpVarsMissingError: A parameter that must be sent is missing.
            NoValidSessionError: A login is needed, with the key of a running session.
            SessionKeyInvalidError: `session_key` is malformed: 64 letters and digits are expected.
            PermissionDeniedOrNonExistentError: The object does not exist, or the user has no permission for it.
            AuthorizationInvalidError: The authorization header is malformed.
            AccessTokenInvalidError: The access token is not valid.
            NoMypriceAppError: The app's host name is needed.
            ParameterSuppliedNotIntegerError: A parameter that must be an integer is not.
        """
        ...

    @GET("/get-card", reads=CardAnswer, data="results.0", warnings="warnings")
    def card(
        self,
        *,
        chain_id: int | None = None,
        user_id: int | None = None,
        member_number: str | None = None,
        username: str | None = None,
        authentication_point_identifier: str | None = None,
    ) -> Card:
        """Get a member's card.

        Everything a member holds with one chain: personal data, vouchers that can be used, the campaigns that are open
        to them, wallets, loyalty level and notes. The wire wraps the card in a list of one. A member sees their own
        card. An administrator needs read access to the chain and names it by `chain_id`; with an administrator's
        session or a privileged key, exactly one of `user_id`, `member_number`, `username` and
        `authentication_point_identifier` says whose card it is. Fields that end in `_localised` come where the language
        asked for has a text. Chosen: redeemed and expired vouchers are left out. (Source: Getting the "card" of a
        user.)

        Args:
            chain_id: The chain. Needed with an administrator's session.
            user_id: The member's id.
            member_number: The member's number. Chosen: at most 255 characters.
            username: The member's user name, an email address.
            authentication_point_identifier: The member's id in another system that identifies them, such as a web shop.
                Chosen: at most 255 characters.

        Raises:
            UsernameInvalidError: The user name is not an email address in proper form.
            NoValidSessionError: A login is needed, with the key of a running session.
            SessionKeyInvalidError: `session_key` is malformed: 64 letters and digits are expected.
            PermissionDeniedOrNonExistentError: The object does not exist, or the user has no permission for it.
            BusinessIdNotFoundError: No business has this `business_id`.
            FbAccessTokenInvalidError: `fb_access_token` is not 1 to 2048 letters and digits.
            UserIdInvalidError: `user_id` is not an integer of at most 10 digits.
            ChainIdNotFoundError: No chain has this `chain_id`.
            AuthMethodInvalidError: The value of `auth_method` is not valid.
            MypriceAppWithoutEntityError: The app belongs to no entity.
            AuthorizationInvalidError: The authorization header is malformed.
            AccessTokenInvalidError: The access token is not valid.
            NoValidUserError: A valid user name is needed.
            NoMypriceAppError: The app's host name is needed.
            UserNotFoundError: There is no such user.
            MultipleParameterMismatchError: Several parameters were sent where fewer are taken.
            ParameterInvalidError: A parameter is not valid, or has the wrong form.
            AccessDeniedError: Access is refused.
        """
        ...
