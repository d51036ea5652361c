import { request } from '../api.ts';
import type { Delivery, Settings, Template, TemplateAccount, TemplateSettings } from './types.ts';

const path = '/sim/control/templates';
const templatePath = (name: string, language: string): string =>
	`${path}/${encodeURIComponent(name)}/${encodeURIComponent(language)}`;

export const templatesApi = {
	all: () => request<{ templates: Template[] }>('GET', path),
	one: (name: string, language: string) => request<Template>('GET', templatePath(name, language)),
	account: () => request<TemplateAccount>('GET', `${path}/account`),
	settings: () => request<Settings>('GET', '/sim/control'),
	change: (change: { clock?: { offsetMs: number }; templates?: Partial<TemplateSettings> }) =>
		request<Settings>('PATCH', '/sim/control', change),
	act: (template: { name: string; language: string }, action: string, given: object = {}) =>
		request<Template>('POST', `${templatePath(template.name, template.language)}/${action}`, given),
	approveAll: () => request<{ templates: Template[] }>('POST', `${path}/approve`),
	deliveries: (limit: number, template?: string) =>
		request<{ deliveries: Delivery[] }>(
			'GET',
			`/sim/control/webhooks?limit=${limit}${template === undefined ? '' : `&template=${template}`}`,
		),
};
