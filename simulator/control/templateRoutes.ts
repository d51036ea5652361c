import { jsonBody, type Answer, type Router } from '../http/router.ts';
import { asObject } from '../json.ts';
import type { Control } from './control.ts';

/** Adds `/sim/control/templates`. See CONTROL-API.md, "Templates". */
export function addTemplateControlRoutes(router: Router, control: Control): void {
	router
		.add('GET', '/sim/control/templates', () => answer(() => ({ templates: control.templates() })))
		.add('PUT', '/sim/control/templates', (request) =>
			answer(() => ({ templates: control.putTemplates(jsonBody(request)) })),
		)
		.add('GET', '/sim/control/templates/account', () => answer(() => control.templateAccount()))
		.add('POST', '/sim/control/templates/approve', () =>
			answer(() => ({ templates: control.approvePending() })),
		)
		.add('GET', '/sim/control/templates/:name/:language', (request) => {
			const { name = '', language = '' } = request.params;
			return answer(() => control.template(name, language), 404);
		})
		.add('PATCH', '/sim/control/templates/:name/:language', (request) => {
			const { name = '', language = '' } = request.params;
			return answer(() =>
				control.changeTemplate(name, language, asObject(jsonBody(request)) ?? {}),
			);
		})
		.add('POST', '/sim/control/templates/:name/:language/:action', (request) => {
			const { name = '', language = '', action = '' } = request.params;
			const given = asObject(jsonBody(request)) ?? {};
			return answer(() => control.actOnTemplate(name, language, action, given));
		});
}

/** What a control answers; the sentence it throws becomes the error. */
export function answer(ask: () => unknown, failed = 400): Answer {
	try {
		return { status: 200, json: ask() };
	} catch (error) {
		return { status: failed, json: { error: (error as Error).message } };
	}
}
