import { Router, type Answer, type Request, type Route } from '../http/router.ts';
import type { SendingNumber, World } from '../world.ts';
import { getAccount, getSubscribedApps, subscribeApp, unsubscribeApp } from './accountRoutes.ts';
import { debugToken, getAppToken, getSubscriptions, subscribe, unsubscribe } from './appRoutes.ts';
import { listCredits } from './creditRoutes.ts';
import { unknownObject } from './error.ts';
import { sendMarketingMessage } from './marketingRoute.ts';
import { deleteMedia, downloadMedia, getMedia, uploadMedia } from './mediaRoutes.ts';
import { getNumber, listNumbers, updateNumber } from './numberRoutes.ts';
import { sendMessage } from './sendRoute.ts';
import { createTemplate } from './templateCreate.ts';
import { deleteTemplates } from './templateDelete.ts';
import { editTemplate } from './templateEdit.ts';
import { getTemplate, listTemplates } from './templateRoutes.ts';
import { unpauseTemplate } from './templateUnpause.ts';
import { identify, requireApp, requirePermission } from './token.ts';
import { beginUpload, continueUpload, getUpload } from './uploadRoutes.ts';

type NumberRoute = (number: SendingNumber, request: Request) => Answer | Promise<Answer>;

/** The Graph API as far as the simulator imitates it; paths without their version. */
export function graphRouter(world: World): Router {
	const { appId, businessAccountId, businessId } = world.credentials;
	const business =
		(route: Route): Route =>
		(request) => {
			requirePermission(world, identify(world, request), false);
			return route(request);
		};
	const account = (route: Route): Route =>
		business((request) => {
			if (request.params['id'] !== businessAccountId) {
				throw unknownObject(request.params['id'] ?? '', request.method);
			}
			return route(request);
		});
	const number =
		(route: NumberRoute, forMessages: boolean): Route =>
		(request) => {
			const caller = identify(world, request);
			const id = request.params['id'] ?? '';
			const found = world.numbers.get(id);
			if (found === undefined) throw unknownObject(id, request.method);
			requirePermission(world, caller, forMessages);
			return route(found, request);
		};
	const app =
		(route: Route): Route =>
		(request) => {
			requireApp(identify(world, request));
			if (request.params['id'] !== appId) {
				throw unknownObject(request.params['id'] ?? '', request.method);
			}
			return route(request);
		};
	const getNode: Route = (request) => {
		const id = request.params['id'] ?? '';
		const found = world.numbers.get(id);
		if (found !== undefined) return getNumber(world, found, request);
		if (id === businessAccountId) return getAccount(world, request);
		if (world.templates.byId(id) !== undefined) return getTemplate(world, id, request);
		if (id.startsWith('upload:')) return getUpload(world, id, request);
		if (id === appId) return { status: 200, json: { name: 'Test Conf messages', id } };
		if (id === businessId) return { status: 200, json: { name: 'Test Conf', id } };
		return getMedia(world, id, request);
	};
	const updateNode = number((one, request) => updateNumber(world, one, request), false);
	const postNode: Route = (request) => {
		const id = request.params['id'] ?? '';
		const changes: Route | undefined = id.startsWith('upload:')
			? () => continueUpload(world, id, request)
			: world.templates.byId(id) && (() => editTemplate(world, id, request));
		return changes === undefined ? updateNode(request) : business(changes)(request);
	};
	return new Router()
		.add(
			'POST',
			'/:id/messages',
			number((one, request) => sendMessage(world, one, request), true),
		)
		.add(
			'POST',
			'/:id/marketing_messages',
			number((one, request) => sendMarketingMessage(world, one, request), true),
		)
		.add(
			'POST',
			'/:id/media',
			number((_, request) => uploadMedia(world, request), true),
		)
		.add(
			'GET',
			'/:id/message_templates',
			account((request) => listTemplates(world, request)),
		)
		.add(
			'POST',
			'/:id/message_templates',
			account((request) => createTemplate(world, request)),
		)
		.add(
			'DELETE',
			'/:id/message_templates',
			account((request) => deleteTemplates(world, request)),
		)
		.add(
			'POST',
			'/:id/unpause',
			business((request) => unpauseTemplate(world, request.params['id'] ?? '')),
		)
		.add(
			'POST',
			'/:id/uploads',
			business((request) => {
				const id = request.params['id'] ?? '';
				if (id !== appId) throw unknownObject(id, request.method);
				return beginUpload(world, request);
			}),
		)
		.add(
			'GET',
			'/:id/extendedcredits',
			business((request) => {
				const id = request.params['id'] ?? '';
				if (id !== businessId) throw unknownObject(id, request.method);
				return listCredits(world, request);
			}),
		)
		.add(
			'GET',
			'/:id/phone_numbers',
			account((request) => listNumbers(world, request)),
		)
		.add(
			'GET',
			'/:id/subscribed_apps',
			account(() => getSubscribedApps(world)),
		)
		.add(
			'POST',
			'/:id/subscribed_apps',
			account((request) => subscribeApp(world, request)),
		)
		.add(
			'DELETE',
			'/:id/subscribed_apps',
			account(() => unsubscribeApp(world)),
		)
		.add(
			'GET',
			'/:id/subscriptions',
			app(() => getSubscriptions(world)),
		)
		.add(
			'POST',
			'/:id/subscriptions',
			app((request) => subscribe(world, request)),
		)
		.add(
			'DELETE',
			'/:id/subscriptions',
			app((request) => unsubscribe(world, request)),
		)
		.add('GET', '/oauth/access_token', (request) => getAppToken(world, request))
		.add('POST', '/oauth/access_token', (request) => getAppToken(world, request))
		.add(
			'GET',
			'/whatsapp_business/attachments',
			business((request) => downloadMedia(world, request)),
		)
		.add('GET', '/debug_token', (request) => {
			identify(world, request);
			return debugToken(world, request);
		})
		.add('GET', '/:id', business(getNode))
		.add('POST', '/:id', postNode)
		.add(
			'DELETE',
			'/:id',
			business((request) => deleteMedia(world, request.params['id'] ?? '')),
		);
}
