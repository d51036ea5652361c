import { account } from './account';
import { businessTrigger } from './business-trigger';
import { checkCredits } from './credits/check-credits';
import { creditProvider } from './credits/credit-provider';
import { eventMessages } from './event-messages';
import { eventTrigger } from './event-trigger';
import { field } from './fields';
import { manageTemplate } from './manage/manage-template';
import { labels } from './node-labels';
import { notification } from './notification/notification';
import { onlyAccount } from './only-account';
import { person } from './person';
import { sendTemplate } from './send-template';
import { valid } from './validators';

const RESOURCES = 'resources/@whatsapp-events/node-red';

const parts = {
	account,
	businessTrigger,
	checkCredits,
	creditProvider,
	eventMessages,
	eventTrigger,
	field,
	labels,
	manageTemplate,
	notification,
	onlyAccount,
	person,
	sendTemplate,
	valid,
};

declare global {
	interface Window {
		WhatsAppEvents?: typeof parts;
	}
}

// Every node's html loads this file, because none can know which of them comes first.
if (window.WhatsAppEvents === undefined) {
	window.WhatsAppEvents = parts;
	const href = `${RED.settings.apiRootUrl ?? ''}${RESOURCES}/editor.css`;
	$('<link>', { rel: 'stylesheet', href }).appendTo('head');
}
