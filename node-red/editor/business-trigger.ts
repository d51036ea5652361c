import { accountDraft } from './account-draft';
import { addressField, publicAddress } from './address-field';
import { api, sentenceOf } from './api';
import { choices, type Choices } from './choices';
import { button, byId, el } from './dom';
import { fitTray } from './form';
import { notice } from './notice';
import type { EditorNode } from './red';
import { t } from './words';

const UPDATES = ['messages', 'statuses', 'templates', 'account'];
const STATUSES = ['sent', 'delivered', 'read', 'failed', 'played'];

let updates: Choices | undefined;
let statuses: Choices | undefined;

/** The dialog of whatsapp-business-trigger, and the button it has on the canvas. */
export const businessTrigger = {
	prepare(node: EditorNode): void {
		fitTray(620);
		statuses = choices(
			STATUSES.map((value) => ({ value, label: t(`trigger.status.${value}`) })),
			listOf(node.statuses),
			{ inline: true },
		);
		updates = choices(
			UPDATES.map((value) => ({
				value,
				label: t(`trigger.update.${value}`),
				hint: t(`trigger.updateHint.${value}`),
			})),
			listOf(node.updates),
			{ onChange: refresh },
		);
		byId<HTMLElement>('wae-updates').replaceChildren(updates.element);
		byId<HTMLElement>('wae-statuses').replaceChildren(statuses.element);
		prepareAddress();
		$('#node-input-scope').on('change', refresh);
		refresh();
	},

	save(node: EditorNode): void {
		node.updates = updates?.values() ?? node.updates;
		node.statuses = statuses?.values() ?? node.statuses;
	},

	async sendSample(node: EditorNode): Promise<void> {
		if (node.changed) {
			RED.notify(t('trigger.deployFirst'), { type: 'warning' });
			return;
		}
		try {
			const { message } = await api.sendSample(node.id, String(node.sample));
			RED.notify(RED.utils.sanitize(message), { type: 'success', timeout: 3000 });
		} catch (error) {
			RED.notify(RED.utils.sanitize(sentenceOf(error)), { type: 'error' });
		}
	},
};

const listOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

function refresh(): void {
	const scope = String($('#node-input-scope').val());
	const chosen = updates?.values() ?? [];
	byId<HTMLElement>('wae-statuses-row').hidden = !chosen.includes('statuses');
	byId<HTMLElement>('wae-scope-hint').textContent = t(`trigger.scopeHint.${scope}`);
	const lost = scope !== 'app' && chosen.some((one) => one === 'templates' || one === 'account');
	byId<HTMLElement>('wae-scope-notice').replaceChildren(
		...(lost ? [notice('info', t('trigger.scopeNotice'))] : []),
	);
}

function prepareAddress(): void {
	const field = addressField();
	const warning = el('div', {});
	const result = el('div', { 'aria-live': 'polite' });
	const check = button(t('trigger.check'), 'link', () => void checkSubscription(check, result));
	byId<HTMLElement>('wae-address').replaceChildren(field.element, warning);
	byId<HTMLElement>('wae-subscription').replaceChildren(check, result);
	const show = (): void => {
		field.show(address());
		const reachable = /^https:\/\/(?!localhost|127\.|10\.|192\.168\.)/i.test(address());
		warning.replaceChildren(...(reachable ? [] : [notice('info', t('trigger.notPublic'))]));
		result.replaceChildren();
	};
	$('#node-input-publicUrl, #node-input-path').on('change keyup', show);
	show();
}

const address = (): string =>
	publicAddress(
		String($('#node-input-publicUrl').val()),
		'whatsapp',
		String($('#node-input-path').val()).trim(),
	);

async function checkSubscription(check: HTMLButtonElement, result: HTMLElement): Promise<void> {
	const account = accountDraft(String($('#node-input-account').val()));
	if (account === undefined) {
		result.replaceChildren(notice('info', t('list.noAccount')));
		return;
	}
	check.disabled = true;
	result.replaceChildren(notice('busy', t('trigger.checking')));
	try {
		const { subscribed, message } = await api.checkSubscription({
			account,
			url: address(),
			scope: String($('#node-input-scope').val()),
			updates: updates?.values() ?? [],
		});
		result.replaceChildren(notice(subscribed ? 'ok' : 'failed', message));
	} catch (error) {
		result.replaceChildren(notice('failed', sentenceOf(error)));
	}
	check.disabled = false;
	result.scrollIntoView({ block: 'nearest', behavior: 'smooth' });
}
