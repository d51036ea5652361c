import { addressField, publicAddress, type AddressField } from '../address-field';
import { byId } from '../dom';
import { fitTray } from '../form';
import type { EditorNode } from '../red';
import { TemplateField } from '../template-field';
import { c } from './credit-words';
import { Look } from './look';
import { PurchasesTable } from './purchases-table';
import { RateCards, type LoadedCard } from './rate-cards';
import { creditValidators } from './validators';

const WIDTH = 940;

/** The fields that decide an answer, by their names in the node. */
const FIELDS = [
	...['balanceFrom', 'by', 'days', 'guardBy', 'amount', 'lastDays', 'budget', 'whenUnknown'],
	...['title', 'pageLanguage', 'direction', 'creditPrice', 'averagePrice', 'currency'],
	...['taxPercent', 'fee'],
];

const NUMBERS = ['days', 'amount', 'lastDays', 'creditPrice', 'averagePrice', 'taxPercent', 'fee'];

interface Dialog {
	look: Look;
	purchases: PurchasesTable;
	cards: RateCards;
	template: TemplateField;
	address: AddressField;
}

let dialog: Dialog | undefined;

/** The dialog of whatsapp-check-credits. */
export const checkCredits = {
	...creditValidators,

	prepare(node: EditorNode): void {
		fitTray(WIDTH);
		fillDefaults();
		$('#node-input-count').typedInput({
			default: 'num',
			typeField: '#node-input-countType',
			types: ['num', 'msg', 'flow', 'global', 'jsonata'],
		});
		$('#node-input-recipients').typedInput({
			default: 'msg',
			typeField: '#node-input-recipientsType',
			types: ['msg', 'flow', 'global', 'jsonata', 'json'],
		});
		const address = addressField();
		byId<HTMLElement>('wae-payment-address').replaceChildren(address.element);
		const purchases = new PurchasesTable(() => text('account'));
		byId<HTMLElement>('wae-purchases').replaceChildren(purchases.element);
		const cards = new RateCards(Array.isArray(node.cards) ? (node.cards as LoadedCard[]) : []);
		byId<HTMLElement>('wae-cards').replaceChildren(cards.element);
		const look = new Look(byId('wae-look'), () => ({
			operation: text('operation'),
			accountId: text('account'),
			providerId: text('provider').replace('_ADD_', ''),
			fields: {
				...Object.fromEntries(FIELDS.map((field) => [field, text(field)])),
				cards: cards.values(),
			},
			count: text('countType') === 'num' ? Number(text('count') || '0') : undefined,
		}));
		const template = new TemplateField(() => redraw(), false, ['str', 'msg', 'flow', 'global']);
		dialog = { look, purchases, cards, template, address };
		if (text('path') === '' && text('operation') === 'bookPurchase') proposePath();
		$('#node-input-operation').on('change', () => {
			if (text('operation') === 'bookPurchase' && text('path') === '') proposePath();
			// Whether an account and a provider are needed depends on the operation.
			$('#node-input-account, #node-input-provider').trigger('change');
		});
		$('.wae-form').on('change input', 'input, select', () => redraw());
		redraw();
	},

	save(node: EditorNode): void {
		if (!dialog) return;
		node.cards = dialog.cards.values();
		node.outputs = text('operation') === 'guard' ? 2 : 1;
		for (const field of NUMBERS) node[field] = Number(text(field));
		checkCredits.close();
	},

	close(): void {
		dialog?.template.close();
		dialog = undefined;
	},

	/** On the canvas: what it does. `this` is the node. */
	label(this: EditorNode): string {
		return c(`operation.${String(this.operation || 'balance')}`);
	},

	outputLabel(this: EditorNode, index: number): string {
		const { operation } = this;
		if (operation === 'guard') return c(index === 0 ? 'output.enough' : 'output.low');
		return c(`output.${String(operation || 'balance')}`);
	},
};

/** Nodes that were made by hand do not say everything. */
const DEFAULTS: Record<string, string> = {
	...{ operation: 'balance', balanceFrom: 'meta', by: 'country', days: '30' },
	...{ direction: 'messages', count: '10000', guardBy: 'amount', amount: '20', lastDays: '7' },
	...{ whenUnknown: 'low', pageLanguage: 'auto', recipients: 'payload' },
	...{ creditPrice: '2', averagePrice: '0.008', currency: 'USD', taxPercent: '0', fee: '0' },
};

function fillDefaults(): void {
	for (const [field, value] of Object.entries(DEFAULTS)) {
		const input = $(`#node-input-${field}`);
		if (!input.val()) input.val(value);
	}
}

const text = (field: string): string => String($(`#node-input-${field}`).val() ?? '').trim();

function proposePath(): void {
	$('#node-input-path').val(`credits-${Math.random().toString(36).slice(2, 8)}`);
}

/** Shows what the operation needs, and nothing else. */
function redraw(): void {
	if (!dialog) return;
	const operation = text('operation');
	const guardBy = text('guardBy');
	for (const field of document.querySelectorAll<HTMLElement>('.wae-form [data-for]')) {
		field.hidden = !(field.dataset.for ?? '').split(' ').includes(operation);
	}
	for (const field of document.querySelectorAll<HTMLElement>('.wae-form [data-guard]')) {
		field.hidden = operation !== 'guard' || field.dataset.guard !== guardBy;
	}
	const plans = operation === 'estimate' || (operation === 'guard' && guardBy === 'planned');
	for (const field of document.querySelectorAll<HTMLElement>('.wae-form [data-planned]')) {
		field.hidden = !plans;
	}
	const from = text('balanceFrom');
	const asksBalance = ['balance', 'guard', 'page'].includes(operation);
	const forStripe = operation === 'bookPurchase';
	show('wae-purchases', forStripe || (asksBalance && from === 'prepaid'));
	say('wae-operation-hint', c(`operationHint.${operation}`));
	const isPrice = operation === 'price';
	show(
		'wae-provider-row',
		forStripe || (asksBalance && from !== 'prepaid') || (isPrice && from === 'provider'),
	);
	say('wae-balance-from-label', c(isPrice ? 'label.paid' : 'label.balanceFrom'));
	say('wae-balance-from-hint', c(`${isPrice ? 'paidHint' : 'balanceFromHint'}.${from || 'meta'}`));
	say('wae-provider-hint', c(forStripe ? 'hint.stripe' : `hint.provider.${from || 'meta'}`));
	say('wae-count-label', c(`label.count.${text('direction') || 'messages'}`));
	say('wae-amount-hint', c('hint.amount'));
	say('wae-tell-once-hint', c(`tellOnceHint.${operation === 'health' ? 'health' : 'guard'}`));
	dialog.address.show(publicAddress('', 'payment', text('path')));
	if (!byId<HTMLElement>('wae-purchases').hidden) void dialog.purchases.read();
	dialog.look.redraw();
	// A typed field that is born hidden has no width yet.
	if (operation !== shown) window.dispatchEvent(new Event('resize'));
	shown = operation;
}

let shown = '';

const show = (id: string, isShown: boolean): void => {
	byId<HTMLElement>(id).hidden = !isShown;
};

const say = (id: string, sentence: string): void => {
	byId<HTMLElement>(id).textContent = sentence;
};
