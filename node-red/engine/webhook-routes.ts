import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Application, Request, Response } from 'express';
import type { NodeAPI } from 'node-red';
import { BodyProblem, bytesOf, readBody } from './read-body';

/** A webhook call, as far as a receiver needs it. */
export interface WebhookCall {
	rawBody: Buffer;
	headers: IncomingMessage['headers'];
	query: Record<string, unknown>;
}

export interface WebhookAnswer {
	status: number;
	/** Sent as text; empty answers are fine for every platform. */
	body?: string;
}

/** What listens at one path. */
export interface WebhookReceiver {
	nodeId: string;
	/** A check of the address before it is called; left out where there is none. */
	get?(query: Record<string, unknown>): WebhookAnswer;
	post(call: WebhookCall): WebhookAnswer | Promise<WebhookAnswer>;
	/** For the log only: whoever forges calls must not fill the flow's error handling with them. */
	refused(status: number, reason: string): void;
	/** Reading a call failed, and not through its caller: for Catch nodes and the status of the node. */
	failed(error: Error): void;
}

/** Who calls: WhatsApp, a ticketing platform, or Stripe. */
export type WebhookKind = 'whatsapp' | 'event' | 'payment';

export const pathOf = (kind: WebhookKind, path: string): string =>
	`/whatsapp-events/${kind}/${path}`;

/**
 * The webhooks of all nodes behind routes that are set up once: nodes come and go with each
 * deployment, and express has no way to take a route back.
 */
export class WebhookRoutes {
	private static readonly byApp = new WeakMap<Application, WebhookRoutes>();

	private readonly receivers = new Map<string, WebhookReceiver>();

	/** The routes of this Node-RED. */
	static of(RED: NodeAPI): WebhookRoutes {
		const app = RED.httpNode;
		const known = WebhookRoutes.byApp.get(app);
		if (known) return known;
		const routes = new WebhookRoutes(app, bytesOf(RED.settings.apiMaxLength));
		keepBytes(RED.server as Server | undefined);
		WebhookRoutes.byApp.set(app, routes);
		return routes;
	}

	private constructor(app: Application, limit: number) {
		for (const kind of ['whatsapp', 'event', 'payment'] as const) {
			// Cvent appends the kind of event and its number to the address.
			const route = new RegExp(`^/whatsapp-events/${kind}/([^/]+)(?:/.*)?$`);
			app.get(route, (request, response) => this.onGet(kind, request, response));
			app.post(route, (request, response) => void this.onPost(kind, request, response, limit));
		}
	}

	/** @returns false where another node listens at this path */
	add(kind: WebhookKind, path: string, receiver: WebhookReceiver): boolean {
		const key = pathOf(kind, path);
		const known = this.receivers.get(key);
		if (known && known.nodeId !== receiver.nodeId) return false;
		this.receivers.set(key, receiver);
		return true;
	}

	remove(kind: WebhookKind, path: string, receiver: WebhookReceiver): void {
		const key = pathOf(kind, path);
		if (this.receivers.get(key) === receiver) this.receivers.delete(key);
	}

	private receiverOf(kind: WebhookKind, { params }: Request): WebhookReceiver | undefined {
		return this.receivers.get(pathOf(kind, String((params as Record<string, string>)[0])));
	}

	private onGet(kind: WebhookKind, request: Request, response: Response): void {
		const receiver = this.receiverOf(kind, request);
		if (!receiver?.get) return answer(response, { status: 404 });
		try {
			answer(response, receiver.get(request.query));
		} catch (error) {
			receiver.failed(error as Error);
			answer(response, { status: 500 });
		}
	}

	private async onPost(
		kind: WebhookKind,
		request: Request,
		response: Response,
		limit: number,
	): Promise<void> {
		const receiver = this.receiverOf(kind, request);
		if (!receiver) return answer(response, { status: 404 });
		try {
			const rawBody = await readBody(request, limit);
			const { headers, query } = request;
			answer(response, await receiver.post({ rawBody, headers, query }));
		} catch (error) {
			const status = error instanceof BodyProblem ? error.status : 500;
			if (status === 500) receiver.failed(error as Error);
			else receiver.refused(status, (error as Error).message);
			answer(response, { status });
		}
	}
}

const OURS = /\/whatsapp-events\/(whatsapp|event|payment)\//;

/**
 * Node-RED's editor stands before the public routes as long as both have the same root, and its body parser
 * would read our calls first: a signature can be checked over the bytes only. The parser leaves alone
 * what is marked as read, so our calls are marked before anybody sees them.
 */
function keepBytes(server: Server | undefined): void {
	server?.prependListener('request', (request: IncomingMessage & { _body?: boolean }) => {
		if (OURS.test(request.url ?? '')) request._body = true;
	});
}

/** The caller learns the status only: whoever forges a call should not be told why it failed. */
function answer(response: ServerResponse, { status, body = '' }: WebhookAnswer): void {
	if (response.headersSent) return;
	response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' });
	response.end(body);
}
