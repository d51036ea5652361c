import { el } from '../dom.ts';
import { select, textArea } from '../fields.ts';
import { t } from '../i18n.ts';
import { createActionForm } from '../actionForm.ts';
import type { ActionForm } from '../actionForm.ts';
import { readyMade } from './readyMade.ts';
import { reasonName, rejectionReasons } from './status.ts';

interface Actions {
	onCancel(): void;
	onConfirm(): void;
}

/** Why a template is rejected; for a wrong format also the explanation and the advice. */
export function createRejectForm(actions: Actions): ActionForm {
	const reason = select(
		'reason',
		t('reason'),
		rejectionReasons.map((value) => ({ value, label: reasonName(value) })),
	);
	reason.input.dataset['testid'] = 'reject-reason';
	const ready = select(
		'ready',
		t('readyMade'),
		readyMade.map(({ label }, at) => ({ value: String(at), label: t(label) })),
	);
	const explanation = textArea('explanation', t('explanation'), 'reject-explanation');
	const recommendation = textArea('recommendation', t('recommendation'), 'reject-recommendation');
	const explained = el(
		'div',
		{ class: 'action-form' },
		ready.element,
		explanation.element,
		recommendation.element,
		el('small', { class: 'hint' }, t('explanationHint')),
	);
	const unexplained = el('p', { class: 'hint' }, t('noExplanation'));

	function isExplained(): boolean {
		return reason.input.value === 'INVALID_FORMAT';
	}

	function fill(): void {
		const text = readyMade[Number(ready.input.value)];
		if (text === undefined) return;
		explanation.input.value = t(text.why);
		recommendation.input.value = t(text.advice);
	}

	function drawReason(): void {
		explained.hidden = !isExplained();
		unexplained.hidden = isExplained();
	}

	ready.input.addEventListener('change', fill);
	reason.input.addEventListener('change', drawReason);
	fill();
	drawReason();

	return createActionForm(
		{
			...actions,
			testId: 'confirm-reject',
			confirm: 'confirmReject',
			danger: true,
			first: reason.input,
			read() {
				const text = (input: HTMLTextAreaElement): string | undefined =>
					input.value.trim() === '' ? undefined : input.value.trim();
				if (!isExplained()) return { reason: reason.input.value };
				return {
					reason: reason.input.value,
					explanation: text(explanation.input),
					recommendation: text(recommendation.input),
				};
			},
		},
		reason.element,
		explained,
		unexplained,
	);
}
