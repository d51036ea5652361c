import attendeeOrderCancelledEn from '../../flows/templates/attendee_order_cancelled/en.json';
import attendeeOrderCancelledEs from '../../flows/templates/attendee_order_cancelled/es.json';
import attendeeOrderCancelledJa from '../../flows/templates/attendee_order_cancelled/ja.json';
import attendeeOrderCancelledPtBr from '../../flows/templates/attendee_order_cancelled/pt_BR.json';
import attendeeRegistrationConfirmationEn from '../../flows/templates/attendee_registration_confirmation/en.json';
import attendeeRegistrationConfirmationEs from '../../flows/templates/attendee_registration_confirmation/es.json';
import attendeeRegistrationConfirmationJa from '../../flows/templates/attendee_registration_confirmation/ja.json';
import attendeeRegistrationConfirmationPtBr from '../../flows/templates/attendee_registration_confirmation/pt_BR.json';
import attendeeTicketReassignedEn from '../../flows/templates/attendee_ticket_reassigned/en.json';
import attendeeTicketReassignedEs from '../../flows/templates/attendee_ticket_reassigned/es.json';
import attendeeTicketReassignedJa from '../../flows/templates/attendee_ticket_reassigned/ja.json';
import attendeeTicketReassignedPtBr from '../../flows/templates/attendee_ticket_reassigned/pt_BR.json';
import buyerOrderCancelledEn from '../../flows/templates/buyer_order_cancelled/en.json';
import buyerOrderCancelledEs from '../../flows/templates/buyer_order_cancelled/es.json';
import buyerOrderCancelledJa from '../../flows/templates/buyer_order_cancelled/ja.json';
import buyerOrderCancelledPtBr from '../../flows/templates/buyer_order_cancelled/pt_BR.json';
import buyerRegistrationConfirmationEn from '../../flows/templates/buyer_registration_confirmation/en.json';
import buyerRegistrationConfirmationEs from '../../flows/templates/buyer_registration_confirmation/es.json';
import buyerRegistrationConfirmationJa from '../../flows/templates/buyer_registration_confirmation/ja.json';
import buyerRegistrationConfirmationPtBr from '../../flows/templates/buyer_registration_confirmation/pt_BR.json';
import speakerAddedToSessionEn from '../../flows/templates/speaker_added_to_session/en.json';
import speakerAddedToSessionEs from '../../flows/templates/speaker_added_to_session/es.json';
import speakerAddedToSessionJa from '../../flows/templates/speaker_added_to_session/ja.json';
import speakerAddedToSessionPtBr from '../../flows/templates/speaker_added_to_session/pt_BR.json';
import speakerRemovedFromSessionEn from '../../flows/templates/speaker_removed_from_session/en.json';
import speakerRemovedFromSessionEs from '../../flows/templates/speaker_removed_from_session/es.json';
import speakerRemovedFromSessionJa from '../../flows/templates/speaker_removed_from_session/ja.json';
import speakerRemovedFromSessionPtBr from '../../flows/templates/speaker_removed_from_session/pt_BR.json';
import sponsorProposalAcknowledgedEn from '../../flows/templates/sponsor_proposal_acknowledged/en.json';
import sponsorProposalAcknowledgedEs from '../../flows/templates/sponsor_proposal_acknowledged/es.json';
import sponsorProposalAcknowledgedJa from '../../flows/templates/sponsor_proposal_acknowledged/ja.json';
import sponsorProposalAcknowledgedPtBr from '../../flows/templates/sponsor_proposal_acknowledged/pt_BR.json';
import sponsorProposalDeniedEn from '../../flows/templates/sponsor_proposal_denied/en.json';
import sponsorProposalDeniedEs from '../../flows/templates/sponsor_proposal_denied/es.json';
import sponsorProposalDeniedJa from '../../flows/templates/sponsor_proposal_denied/ja.json';
import sponsorProposalDeniedPtBr from '../../flows/templates/sponsor_proposal_denied/pt_BR.json';
import sponsorWelcomeEn from '../../flows/templates/sponsor_welcome/en.json';
import sponsorWelcomeEs from '../../flows/templates/sponsor_welcome/es.json';
import sponsorWelcomeJa from '../../flows/templates/sponsor_welcome/ja.json';
import sponsorWelcomePtBr from '../../flows/templates/sponsor_welcome/pt_BR.json';
import type { Audience } from '../events/automations';
import type { TemplateDefinition } from './definition';

/**
 * The ready-made templates of flows/templates, one for each automatic trigger and language. Named one by
 * one because core reads no files: what is bundled is what is imported.
 */
export const readyMadeTemplates = [
	...[
		attendeeOrderCancelledEn,
		attendeeOrderCancelledEs,
		attendeeOrderCancelledJa,
		attendeeOrderCancelledPtBr,
	],
	...[
		attendeeRegistrationConfirmationEn,
		attendeeRegistrationConfirmationEs,
		attendeeRegistrationConfirmationJa,
		attendeeRegistrationConfirmationPtBr,
	],
	...[
		attendeeTicketReassignedEn,
		attendeeTicketReassignedEs,
		attendeeTicketReassignedJa,
		attendeeTicketReassignedPtBr,
	],
	...[buyerOrderCancelledEn, buyerOrderCancelledEs, buyerOrderCancelledJa, buyerOrderCancelledPtBr],
	...[
		buyerRegistrationConfirmationEn,
		buyerRegistrationConfirmationEs,
		buyerRegistrationConfirmationJa,
		buyerRegistrationConfirmationPtBr,
	],
	...[
		speakerAddedToSessionEn,
		speakerAddedToSessionEs,
		speakerAddedToSessionJa,
		speakerAddedToSessionPtBr,
	],
	...[
		speakerRemovedFromSessionEn,
		speakerRemovedFromSessionEs,
		speakerRemovedFromSessionJa,
		speakerRemovedFromSessionPtBr,
	],
	...[
		sponsorProposalAcknowledgedEn,
		sponsorProposalAcknowledgedEs,
		sponsorProposalAcknowledgedJa,
		sponsorProposalAcknowledgedPtBr,
	],
	...[
		sponsorProposalDeniedEn,
		sponsorProposalDeniedEs,
		sponsorProposalDeniedJa,
		sponsorProposalDeniedPtBr,
	],
	...[sponsorWelcomeEn, sponsorWelcomeEs, sponsorWelcomeJa, sponsorWelcomePtBr],
] as TemplateDefinition[];

export interface ReadyMadeFilter {
	/** None means all, in each of the three. */
	names?: readonly string[];
	languages?: readonly string[];
	audiences?: readonly (Audience | string)[];
}

/** The ready-made templates that fit; copies, so that nobody changes the pack for the next one. */
export function findReadyMade(filter: ReadyMadeFilter = {}): TemplateDefinition[] {
	const { names = [], languages = [], audiences = [] } = filter;
	const fits = (wanted: readonly string[], value = '') =>
		wanted.length === 0 || wanted.includes(value);
	return readyMadeTemplates
		.filter(
			({ name, language, audience }) =>
				fits(names, name) && fits(languages, language) && fits(audiences, audience),
		)
		.map((definition) => structuredClone(definition));
}
