// Starts a real n8n from the cache on a data folder of its own, with this package installed in it the way
// n8n installs community packages, and speaks to it as its editor does.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, open, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { repoRoot } from './paths.mjs';
import { freePort } from './ports.mjs';
import { ensureN8n } from './tool-install.mjs';

export const OWNER = {
	email: 'organiser@example.com',
	firstName: 'Event',
	lastName: 'Organiser',
	password: 'Organiser1234',
};

const PACKAGE = 'n8n-nodes-whatsapp-events';

/**
 * @param {{dataDir: string, port: number, packageDir?: string, logFile?: string, env?: Record<string, string>}} options
 *   `packageDir` is an unpacked tarball; left out, this clone's dist is used.
 */
export async function startRealN8n({ dataDir, port, packageDir, logFile, env = {} }) {
	const installed = await ensureN8n();
	await mkdir(dataDir, { recursive: true });
	await installPackage(dataDir, packageDir);
	const url = `http://127.0.0.1:${port}`;
	const log = logFile ?? path.join(dataDir, 'n8n.log');
	// A file and not a pipe: an n8n whose pipe is gone writes its complaint about that for ever.
	const output = await open(log, 'w');
	const child = spawn(
		process.execPath,
		[path.join(installed, 'node_modules/n8n/bin/n8n'), 'start'],
		{
			cwd: dataDir,
			env: { ...inherited(), ...settings(dataDir, port, url, await freePort()), ...env },
			stdio: ['ignore', output.fd, output.fd],
		},
	);
	await output.close();
	const killChild = () => child.kill('SIGKILL');
	process.once('exit', killChild);
	child.once('exit', () => process.off('exit', killChild));
	const ended = new Promise((resolve) => child.once('exit', resolve));

	const n8n = new RealN8n(url, child, ended, log);
	await n8n.ready();
	return n8n;
}

/** Nothing of an outer n8n, npm or jest run may leak in. */
function inherited() {
	return Object.fromEntries(
		Object.entries(process.env).filter(
			([name]) => !/^(N8N_|npm_|NODE_OPTIONS|JEST|DB_)/.test(name),
		),
	);
}

function settings(dataDir, port, url, brokerPort) {
	return {
		// A fixed port by default, so that a second n8n on the machine would not start.
		N8N_RUNNERS_BROKER_PORT: String(brokerPort),
		N8N_USER_FOLDER: dataDir,
		N8N_PORT: String(port),
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_HOST: '127.0.0.1',
		N8N_ENCRYPTION_KEY: 'local demonstration only',
		WEBHOOK_URL: `${url}/`,
		N8N_EDITOR_BASE_URL: url,
		N8N_SECURE_COOKIE: 'false',
		N8N_DIAGNOSTICS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
		N8N_TEMPLATES_ENABLED: 'false',
		N8N_PERSONALIZATION_ENABLED: 'false',
		N8N_HIRING_BANNER_ENABLED: 'false',
		N8N_RUNNERS_TASK_TIMEOUT: '60',
		N8N_LOG_LEVEL: 'info',
		N8N_COMMUNITY_PACKAGES_PREVENT_LOADING: 'false',
		N8N_REINSTALL_MISSING_PACKAGES: 'false',
		N8N_ENFORCE_SETTINGS_FILE_PERMISSIONS: 'false',
		EXECUTIONS_DATA_PRUNE: 'false',
	};
}

async function installPackage(dataDir, packageDir = undefined) {
	const target = path.join(dataDir, '.n8n/nodes/node_modules', PACKAGE);
	await rm(target, { recursive: true, force: true });
	await mkdir(target, { recursive: true });
	const source = packageDir ?? repoRoot;
	for (const part of ['package.json', 'dist']) {
		await cp(path.join(source, part), path.join(target, part), { recursive: true });
	}
	const manifest = path.join(dataDir, '.n8n/nodes/package.json');
	const { version } = JSON.parse(await readFile(path.join(source, 'package.json'), 'utf8'));
	await writeFile(
		manifest,
		JSON.stringify({
			name: 'installed-nodes',
			private: true,
			dependencies: { [PACKAGE]: version },
		}),
	);
}

class RealN8n {
	cookie = '';

	constructor(url, child, ended, log) {
		Object.assign(this, { url, child, ended, log });
	}

	/** Waits until n8n answers, or says why it ended. */
	async ready() {
		const deadline = Date.now() + 180_000;
		let over = false;
		void this.ended.then(() => (over = true));
		while (Date.now() < deadline) {
			if (over) throw new Error(`n8n ended while starting:\n${await this.logTail()}`);
			const answer = await fetch(`${this.url}/healthz/readiness`).catch(() => undefined);
			if (answer?.ok && (await this.restIsUp())) return;
			await sleep(250);
		}
		throw new Error(`n8n was not ready after three minutes:\n${await this.logTail()}`);
	}

	/** Health answers shortly before the editor's API does. */
	async restIsUp() {
		const answer = await fetch(`${this.url}/rest/settings`).catch(() => undefined);
		return answer?.ok === true;
	}

	async logTail() {
		return existsSync(this.log) ? (await readFile(this.log, 'utf8')).slice(-4000) : '';
	}

	/** Makes the owner account on a new data folder, and logs in. */
	async login() {
		const settingsAnswer = await this.rest('GET', '/rest/settings');
		const isNew = settingsAnswer?.userManagement?.showSetupOnFirstLoad === true;
		const response = await fetch(`${this.url}${isNew ? '/rest/owner/setup' : '/rest/login'}`, {
			method: 'POST',
			headers: { 'Content-Type': 'application/json', 'browser-id': 'local' },
			body: JSON.stringify(
				isNew ? OWNER : { emailOrLdapLoginId: OWNER.email, password: OWNER.password },
			),
		});
		if (!response.ok) throw new Error(`n8n refused the owner: ${await response.text()}`);
		this.cookie = response.headers
			.getSetCookie()
			.map((cookie) => cookie.split(';')[0])
			.join('; ');
		return isNew;
	}

	/** One call of the API that n8n's editor uses; returns its `data`. */
	async rest(method, resource, body) {
		const response = await fetch(`${this.url}${resource}`, {
			method,
			headers: { 'Content-Type': 'application/json', 'browser-id': 'local', cookie: this.cookie },
			...(body === undefined ? {} : { body: JSON.stringify(body) }),
		});
		const text = await response.text();
		if (!response.ok)
			throw new Error(`${method} ${resource}: ${response.status} ${text.slice(0, 2000)}`);
		const parsed = text === '' ? undefined : JSON.parse(text);
		return parsed?.data ?? parsed;
	}

	async createCredential(name, type, data) {
		const known = (await this.rest('GET', '/rest/credentials')).find(
			(c) => c.name === name && c.type === type,
		);
		if (known) {
			await this.rest('PATCH', `/rest/credentials/${known.id}`, { name, type, data });
			return known.id;
		}
		return (await this.rest('POST', '/rest/credentials', { name, type, data })).id;
	}

	/** Adds a flow, with these credentials chosen in every node that wants them. */
	async createWorkflow(flow, credentials = {}) {
		const { meta, ...rest } = flow;
		const nodes = flow.nodes.map((node) => withCredentials(node, credentials));
		return await this.rest('POST', '/rest/workflows', { ...rest, nodes, active: false });
	}

	async publish(workflow) {
		return await this.rest('POST', `/rest/workflows/${workflow.id}/activate`, {
			versionId: workflow.versionId,
		});
	}

	async unpublish({ id }) {
		return await this.rest('POST', `/rest/workflows/${id}/deactivate`);
	}

	/**
	 * n8n publishes in the background: waits until every webhook of the workflow is registered. A call
	 * without a signature is refused, but no longer unknown.
	 */
	async webhooksReady(workflow, timeoutMs = 60_000) {
		const { nodes } = await this.rest('GET', `/rest/workflows/${workflow.id}`);
		const deadline = Date.now() + timeoutMs;
		for (const node of nodes.filter(
			({ type, disabled }) => type.startsWith(PACKAGE) && /Trigger$/.test(type) && !disabled,
		)) {
			const address = `${this.url}/webhook/${node.webhookId}/webhook`;
			while ((await fetch(address, { method: 'POST' })).status === 404) {
				if (Date.now() > deadline) {
					throw new Error(
						`The webhook of “${node.name}” was not registered:\n${await this.logTail()}`,
					);
				}
				await sleep(100);
			}
		}
	}

	/** Runs a workflow by hand from one of its triggers; returns the id of the execution, if it began. */
	async runByHand(workflowId, trigger) {
		const workflowData = await this.rest('GET', `/rest/workflows/${workflowId}`);
		const { executionId } = await this.rest('POST', `/rest/workflows/${workflowId}/run`, {
			workflowData,
			triggerToStartFrom: { name: trigger },
		});
		return executionId;
	}

	async executions(workflowId) {
		const filter = encodeURIComponent(JSON.stringify({ workflowId }));
		const answer = await this.rest('GET', `/rest/executions?filter=${filter}&limit=100`);
		return answer.results ?? answer;
	}

	async stop() {
		if (this.child.exitCode !== null) return;
		this.child.kill('SIGTERM');
		const late = sleep(10_000).then(() => this.child.kill('SIGKILL'));
		await Promise.race([this.ended, late]);
		await this.ended;
	}
}

const CREDENTIAL_OF = {
	[`${PACKAGE}.whatsAppBusinessTrigger`]: 'whatsAppBusinessApi',
	[`${PACKAGE}.whatsAppManageTemplate`]: 'whatsAppBusinessApi',
	[`${PACKAGE}.whatsAppPerson`]: 'whatsAppBusinessApi',
	[`${PACKAGE}.whatsAppNotification`]: 'whatsAppBusinessApi',
	[`${PACKAGE}.whatsAppCheckCredits`]: 'whatsAppBusinessApi',
	[`${PACKAGE}.whatsAppSendTemplate`]: 'whatsAppBusinessApi',
	[`${PACKAGE}.whatsAppEventTrigger`]: 'whatsAppEventWebhookApi',
};

function withCredentials(node, credentials) {
	const { paidBy, nodeCredentialType } = node.parameters ?? {};
	const type =
		paidBy === 'stripe'
			? 'whatsAppCreditProviderApi'
			: (nodeCredentialType ?? CREDENTIAL_OF[node.type]);
	const chosen = type && credentials[type];
	return chosen ? { ...node, credentials: { [type]: chosen, ...node.credentials } } : node;
}
