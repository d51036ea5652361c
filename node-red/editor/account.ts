import { readSwitchRows } from '../../core/events/switches';
import { API_VERSIONS } from '../../core/graph/address';
import { accountDraftInDialog } from './account-draft';
import { api, sentenceOf, type AccountCheck } from './api';
import { button, byId, el, icon } from './dom';
import { fitTray } from './form';
import { notice, type Tone } from './notice';
import { preparePeople } from './people';
import type { EditorNode } from './red';
import { switchesSection, type SwitchesSection } from './switches/section';
import { t, tOr } from './words';

const SECRETS = ['accessToken', 'appSecret', 'verifyToken'];

let switches: SwitchesSection | undefined;

/** The dialog of whatsapp-account. */
export const account = {
	prepare(node: EditorNode): void {
		fitTray(680);
		for (const secret of SECRETS) $(`#node-config-input-${secret}`).typedInput({ type: 'cred' });
		$('#node-config-input-apiVersion').autoComplete({
			minLength: 0,
			search: () => API_VERSIONS.map((version) => ({ value: version, label: version })),
		});
		const result = el('div', { class: 'wae-test-result', 'aria-live': 'polite' });
		const start = button(
			t('account.test'),
			'plug',
			() => void test(node, start, result),
			'wae-test',
		);
		byId<HTMLElement>('wae-account-test').replaceChildren(start, result);
		switches = switchesSection(readSwitchRows(node.switches), () => accountDraftInDialog(node));
		byId<HTMLElement>('wae-switches').replaceChildren(switches.element);
		preparePeople(node);
	},

	save(node: EditorNode): void {
		node.rememberDays = Number($('#node-config-input-rememberDays').val());
		if (switches) node.switches = switches.rows();
	},
};

async function test(
	node: EditorNode,
	start: HTMLButtonElement,
	result: HTMLElement,
): Promise<void> {
	start.disabled = true;
	result.replaceChildren(notice('busy', t('account.testing')));
	try {
		const { ok, message, checks } = await api.testAccount(accountDraftInDialog(node));
		result.replaceChildren(
			notice(
				ok ? 'ok' : 'failed',
				checks.length > 0 ? t(ok ? 'account.ok' : 'account.notOk') : message,
			),
			el('ul', { class: 'wae-checks' }, ...checks.map(checkLine)),
		);
	} catch (error) {
		result.replaceChildren(notice('failed', sentenceOf(error)));
	}
	start.disabled = false;
	result.scrollIntoView({ block: 'nearest', behavior: 'smooth' });
}

const CHECK_ICONS: Record<AccountCheck['state'], string> = {
	ok: 'check',
	failed: 'times',
	skipped: 'minus',
};

function checkLine({ id, state, message }: AccountCheck): HTMLElement {
	const tone: Tone = state;
	return el(
		'li',
		{ class: `wae-check wae-${tone}` },
		icon(CHECK_ICONS[state] ?? 'minus'),
		el(
			'div',
			{},
			el('strong', {}, t(`account.check.${id}`, { defaultValue: id })),
			el('span', {}, state === 'ok' ? tOr(`account.fine.${id}`, message) : message),
		),
	);
}
