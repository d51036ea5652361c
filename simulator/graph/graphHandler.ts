import type { Answer, Request, Router } from '../http/router.ts';
import { parseJson } from '../json.ts';
import type { World } from '../world.ts';
import { GraphError, unknownObject } from './error.ts';
import { takeFault } from './faults.ts';

/** What the connection does after a call: answers, or leaves the caller in the dark. */
type Outcome = { answer: Answer } | { silence: 'reset' | 'hang' };

/**
 * Answers one Graph call of any version: finds the route, lets faults happen, notes the call and
 * waits the set latency.
 */
export async function handleGraph(
	world: World,
	router: Router,
	request: Request,
): Promise<Answer | undefined> {
	const path = request.path.replace(/^\/v\d+(\.\d+)?(?=\/)/, '');
	const sends = request.method === 'POST' && /\/(marketing_)?messages$/.test(path);
	const at = new Date(world.clock.now()).toISOString();
	const ended = sends ? world.tally.begin(world.clock.now()) : () => {};
	request.response.once('close', ended);
	const outcome = await run(world, router, request, path);
	if ('silence' in outcome) {
		note(world, request, at, 0, outcome.silence);
		await world.schedule.sleep(world.settings.latencyMs);
		if (outcome.silence === 'reset') request.response.socket?.resetAndDestroy();
		return undefined;
	}
	const { answer } = outcome;
	if (sends && answer.status >= 400) world.tally.refuse();
	note(world, request, at, answer.status, answer.json ?? describe(answer));
	await world.schedule.sleep(world.settings.latencyMs);
	ended();
	return answer;
}

async function run(world: World, router: Router, request: Request, path: string): Promise<Outcome> {
	const fault = takeFault(world.settings.faults, request.method, request.path);
	if (fault?.kind === 'error' && fault.taken !== true) return { answer: faultAnswer(fault) };
	if (fault?.kind === 'html' && fault.taken !== true) return { answer: htmlAnswer(fault) };
	const body = request.body.subarray(0, fault?.bytes);
	const answer =
		fault?.taken === false ? undefined : await answerOf(router, { ...request, body }, path);
	if (fault?.kind === 'error') return { answer: faultAnswer(fault) };
	if (fault?.kind === 'html') return { answer: htmlAnswer(fault) };
	if (fault !== undefined || answer === undefined) {
		return { silence: fault?.kind === 'hang' ? 'hang' : 'reset' };
	}
	return { answer };
}

async function answerOf(
	router: Router,
	request: Request,
	path: string,
): Promise<Answer | undefined> {
	const found = router.find(request.method, path);
	try {
		if (found === undefined) {
			throw unknownObject(path.split('/')[1] ?? '', request.method);
		}
		return await found.route({ ...request, params: found.params });
	} catch (error) {
		if (!(error instanceof GraphError)) throw error;
		return { status: error.status, json: error.body };
	}
}

function faultAnswer(fault: { code?: number; httpStatus?: number }): Answer {
	const error = new GraphError(fault.code ?? 131000, {
		details: 'A fault set in the simulator.',
		...(fault.httpStatus === undefined ? {} : { status: fault.httpStatus }),
	});
	return { status: error.status, json: error.body };
}

function htmlAnswer(fault: { httpStatus?: number }): Answer {
	return {
		status: fault.httpStatus ?? 502,
		bytes: '<!DOCTYPE html><html><body><h1>Bad Gateway</h1></body></html>',
		headers: { 'Content-Type': 'text/html; charset=utf-8' },
	};
}

function note(world: World, request: Request, at: string, status: number, answer: unknown): void {
	const query = new URLSearchParams(request.query);
	query.delete('access_token');
	const search = query.size === 0 ? '' : `?${query.toString()}`;
	world.calls.add({
		at,
		method: request.method,
		path: `${request.path}${search}`,
		status,
		body: readable(request),
		answer,
	});
}

function readable(request: Request): unknown {
	if (request.body.length === 0) return undefined;
	const file =
		request.path.includes('/upload:') ||
		request.headers['content-type']?.startsWith('multipart/') === true;
	if (file || request.body.length > 100_000) {
		return `${request.body.length} bytes of ${request.headers['content-type'] ?? 'something'}`;
	}
	const text = request.body.toString('utf8');
	return parseJson(text) ?? text;
}

function describe(answer: Answer): string {
	const size = answer.bytes === undefined ? 0 : Buffer.byteLength(answer.bytes);
	return `${size} bytes of ${answer.headers?.['Content-Type'] ?? 'nothing'}`;
}
