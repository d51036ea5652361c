/** What one types into a credential, and the ids behind it. */
export interface Credentials {
	accessToken: string;
	appId: string;
	appSecret: string;
	businessId: string;
	/** WhatsApp Business account (messaging account) id. */
	businessAccountId: string;
	phoneNumberId: string;
	displayPhoneNumber: string;
	verifyToken: string;
	/** Address of the Graph API, without a version. */
	apiUrl: string;
	apiVersion: string;
}

/** The demo account. Ids look like Meta's, secrets say what they are. */
export const DEMO_CREDENTIALS: Omit<Credentials, 'apiUrl'> = {
	accessToken: 'EAAdemoAccessTokenOfTheSimulator',
	appId: '670843887433847',
	appSecret: 'demo_app_secret_of_the_simulator',
	businessId: '506914307656634',
	businessAccountId: '102290129340398',
	phoneNumberId: '106540352242922',
	displayPhoneNumber: '+1 555-078-3881',
	verifyToken: 'demo_verify_token',
	apiVersion: 'v26.0',
};

/** A second number of the demo account: a choice to make, and a limit of its own. */
export const SECOND_NUMBER = {
	phoneNumberId: '106540352242933',
	displayPhoneNumber: '+1 555-078-3882',
	verifiedName: 'Test Conf Helpdesk',
};

export const VERIFIED_NAME = 'Test Conf';
