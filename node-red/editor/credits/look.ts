import { creditsForMessages, messagesForCredits } from '../../../core/credits/credit-price';
import { accountDraft } from '../account-draft';
import { api, sentenceOf, type CreditLook } from '../api';
import { button, el } from '../dom';
import { notice } from '../notice';
import { providerDraft } from './provider-draft';
import { balanceLines, guardLines, healthLines, priceLines, spendLines } from './answer-lines';
import { c } from './credit-words';

/** Operations one can look at without a message of the flow. */
const CAN_LOOK = ['balance', 'spend', 'guard', 'health', 'page', 'bookPurchase'];

export interface LookQuestion {
	operation: string;
	accountId: string;
	providerId: string;
	fields: Record<string, unknown>;
	/** Price: how many; undefined where a message says it. */
	count?: number;
}

/** Beside the form: the answer itself, as soon as it can be known. */
export class Look {
	private readonly result = el('div', { id: 'wae-look-result', 'aria-live': 'polite' });

	private readonly start = button(c('look.now'), 'refresh', () => void this.ask(), 'wae-primary');

	private asked = 0;

	private shown = '';

	constructor(
		place: HTMLElement,
		private readonly question: () => LookQuestion,
	) {
		this.start.id = 'wae-look-now';
		place.replaceChildren(el('h4', {}, c('heading.look')), this.start, this.result);
	}

	/** Something in the form has changed. */
	redraw(): void {
		const question = this.question();
		const { operation } = question;
		this.start.hidden = !CAN_LOOK.includes(operation) || isAboutMessages(question);
		const form = JSON.stringify(question);
		if (form === this.shown) return;
		this.shown = form;
		this.asked++;
		if (operation === 'price') return this.drawPrice(question);
		this.result.replaceChildren(el('p', { class: 'wae-hint' }, c(hintOf(question))));
	}

	private drawPrice({ fields, count }: LookQuestion): void {
		if (count === undefined) {
			return this.result.replaceChildren(el('p', { class: 'wae-hint' }, c('look.price')));
		}
		if (!(count > 0)) return this.result.replaceChildren(notice('info', c('look.noCount')));
		try {
			const settings = {
				creditPrice: numberOf(fields.creditPrice),
				averagePrice: numberOf(fields.averagePrice),
				currency: String(fields.currency ?? '').toUpperCase() || undefined,
				taxPercent: numberOf(fields.taxPercent),
				fee: numberOf(fields.fee),
				language: RED.i18n.lang(),
			};
			const price =
				fields.direction === 'credits'
					? messagesForCredits(count, settings)
					: creditsForMessages(count, settings);
			this.result.replaceChildren(...priceLines(price));
		} catch (error) {
			this.result.replaceChildren(notice('failed', sentenceOf(error)));
		}
	}

	private async ask(): Promise<void> {
		const { operation, accountId, providerId, fields } = asLook(this.question());
		const account = accountDraft(accountId);
		if (!account) return this.result.replaceChildren(notice('info', c('look.noAccount')));
		const asked = ++this.asked;
		this.start.disabled = true;
		this.result.replaceChildren(notice('busy', c('look.asking')));
		try {
			const answer = await api.checkCredits(operation, {
				...{ account, fields },
				provider: providerDraft(providerId),
				language: RED.i18n.lang(),
			});
			if (asked === this.asked) this.result.replaceChildren(...linesOf(answer));
		} catch (error) {
			if (asked === this.asked) this.result.replaceChildren(notice('failed', sentenceOf(error)));
		}
		this.start.disabled = false;
	}
}

function linesOf({ balance, spend, guard, health, page }: CreditLook): HTMLElement[] {
	if (guard) return guardLines(guard);
	if (balance) return balanceLines(balance);
	if (spend) return spendLines(spend);
	if (health) return healthLines(health);
	return page === undefined ? [] : [openPage(page)];
}

/** Too wide for the place beside a form: in a tab of its own, on which no script of the editor is in reach. */
function openPage(page: string): HTMLElement {
	const theme = document.documentElement.classList.contains('nr-theme-dark') ? 'dark' : 'light';
	const html = page.replace('wan-page wan-auto', `wan-page wan-${theme}`);
	const url = URL.createObjectURL(new Blob([html], { type: 'text/html' }));
	const frame = el('iframe', {
		class: 'wae-page wae-page-small',
		sandbox: 'allow-scripts',
		title: c('look.page'),
	});
	frame.srcdoc = html;
	const link = el('a', { href: url, target: '_blank', rel: 'noopener' }, c('look.openPage'));
	return el('div', {}, el('p', { class: 'wae-hint' }, link), frame);
}

/** Of what is bought, one wants to know what is left. */
function asLook(question: LookQuestion): LookQuestion {
	if (question.operation !== 'bookPurchase') return question;
	const fields = { ...question.fields, balanceFrom: 'prepaid' };
	return { ...question, operation: 'balance', providerId: '', fields };
}

/** What a guard is asked about a list is known only when the list is there. */
const isAboutMessages = ({ operation, fields }: LookQuestion): boolean =>
	operation === 'guard' && fields.guardBy === 'planned';

const hintOf = (question: LookQuestion): string =>
	isAboutMessages(question) ? 'look.hint.planned' : `look.hint.${question.operation}`;

function numberOf(value: unknown): number | undefined {
	const text = String(value ?? '').trim();
	return text === '' || Number.isNaN(Number(text)) ? undefined : Number(text);
}
