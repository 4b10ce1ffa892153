# Generated from specs/spaaza.yaml by the generator; edit the spec and run `make generate`.
"""Campaigns that members take part in."""

from __future__ import annotations

from retail_runtime import GET, M, Resource

from ..models import CampaignInteraction, CampaignInteractionAnswer


class Campaigns(Resource[M]):
    """Campaigns that members take part in."""

    @GET("/interact-campaign", repeat=False, reads=CampaignInteractionAnswer, data="results", warnings="warnings")
    def interact(
        self,
        campaign_id: int,
        *,
        chain_id: int | None = None,
        user_id: int | None = None,
        member_number: str | None = None,
        authentication_point_identifier: str | None = None,
    ) -> CampaignInteraction:
        """Let a member take part in a campaign.

        What comes of it, such as points or a voucher, is the campaign's business; the answer says only that it
        succeeded. Where nothing is left to be given, the call succeeds too, with the warning `campaign_fully_redeemed`
        (450). A GET with effects: it is never repeated by itself. A member takes part by their own session, which needs
        the app's host name. An administrator needs read access to the chain and names it by `chain_id`; with an
        administrator's session or a privileged key one of `user_id`, `member_number` and
        `authentication_point_identifier` must be sent. The list of this call gives the code 246 the status 404, the
        table of all codes 500, and names `campaign_id_invalid` as 247, the table as 244. Chosen: the table counts.
        (Source: Interact with campaign.)

        Args:
            campaign_id: The campaign.
            chain_id: The chain. Needed with an administrator's session.
            user_id: The member's id.
            member_number: The member's number. Chosen: at most 255 characters.
            authentication_point_identifier: The member's id in another system that identifies them, such as a web shop.
                Chosen: at most 255 characters.

        Raises:
            NoValidSessionError: A login is needed, with the key of a running session.
            SessionKeyInvalidError: `session_key` is malformed: 64 letters and digits are expected.
            PermissionDeniedOrNonExistentError: The object does not exist, or the user has no permission for it.
            UserIdInvalidError: `user_id` is not an integer of at most 10 digits.
            ChainIdNotFoundError: No chain has this `chain_id`.
            AuthMethodInvalidError: The value of `auth_method` is not valid.
            MypriceAppNotFoundError: There is no such app.
            CampaignIdInvalidError: `campaign_id` is not an integer.
            CampaignIdNotPresentError: `campaign_id` is missing.
            CampaignIdNotFoundError: No campaign has this `campaign_id`.
            CampaignRuleIdInvalidError: `campaign_rule_id` is not an integer.
            MypriceAppWithoutEntityError: The app belongs to no entity.
            AuthorizationInvalidError: The authorization header is malformed.
            AccessTokenInvalidError: The access token is not valid.
            NoValidUserError: A valid user name is needed.
            NoMypriceAppError: The app's host name is needed.
            UserNotFoundError: There is no such user.
            EntityMismatchError: The entities or chains do not fit each other.
            MultipleParameterMismatchError: Several parameters were sent where fewer are taken.
            ParameterInvalidError: A parameter is not valid, or has the wrong form.
            AccessDeniedError: Access is refused.
            CampaignNotActiveError: The campaign is not active.
            CampaignFullyRedeemedError: The campaign's rewards are all redeemed.
            InsufficientPointsForInteractionError: The points do not suffice.
        """
        ...
