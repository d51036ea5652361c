/** The shapes of CONTROL-API.md, "Templates", as the page reads them. Times are simulated. */

export interface TemplateButton {
	type: string;
	text?: string;
	url?: string;
	phone_number?: string;
	example?: string | string[];
	otp_type?: string;
	[field: string]: unknown;
}

export interface TemplateComponent {
	type: string;
	format?: string;
	text?: string;
	buttons?: TemplateButton[];
	example?: Record<string, unknown>;
	cards?: { components?: TemplateComponent[] }[];
	limited_time_offer?: { text?: string; has_expiration?: boolean };
	[field: string]: unknown;
}

export interface EditQuota {
	day: number;
	month: number;
	perDay: number;
	perMonth: number;
	possible: boolean;
	nextAt: number | null;
}

export interface Template {
	id: string;
	name: string;
	language: string;
	category: string;
	status: string;
	components: TemplateComponent[];
	parameter_format?: string;
	sub_category?: string;
	previous_category?: string;
	correct_category?: string;
	quality_score?: { score: string };
	rejected_reason?: string;
	rejection_info?: { reason: string; recommendation: string };
	last_updated_time?: string;
	message_send_ttl_seconds?: number;
	pauses?: number;
	due?: { what: 'review' | 'unpause' | 'recategorise' | 'remove'; at: number }[];
	/** Only of a template that was asked for by itself. */
	edits?: EditQuota;
}

/** What a server-sent event says of a template. */
export type TemplateChange = Pick<Template, 'id' | 'name' | 'language' | 'category' | 'status'>;

export interface TemplateAccount {
	/** The name that people see above the chat. */
	business: string;
	now: number;
	templates: { count: number; limit: number };
	creations: { used: number; perHour: number; nextAt: number | null };
	blocked: { name: string; language: string | null; until: number }[];
	webhooks: Record<string, string | null>;
}

export interface TemplateSettings {
	review: 'manual' | 'approve' | 'rules';
	afterMs: number;
	limit: number;
	createsPerHour: number;
	deletion: 'whenDelivered' | 'pending';
}

export interface Settings {
	clock: { offsetMs: number; rate: number };
	templates: TemplateSettings;
}

export interface Delivery {
	at: string;
	url: string;
	status: number;
	attempt: number;
	fields: string[];
	templates?: { id: string; event: string }[];
	ms: number;
	error?: string;
}
