import { recipientFields } from '../../../core/notifications/recipients/columns';
import { el } from '../dom';
import { n } from './notification-words';

/** Which column holds what, as the node keeps it. */
export interface ColumnChoice {
	field: string;
	header: string;
}

interface Row {
	choice?: ColumnChoice;
	read?: () => ColumnChoice;
}

/** Columns whose headers do not say what they hold: Node-RED's own list, to add and remove. */
export class ColumnRows {
	private readonly list = el('ol', {});

	/** @param variables of the template that is chosen */
	constructor(
		container: HTMLElement,
		saved: ColumnChoice[],
		private readonly variables: () => string[],
	) {
		container.replaceChildren(this.list);
		$(this.list).editableList<Row>({
			removable: true,
			sortable: false,
			height: 'auto',
			addButton: n('button.addColumn'),
			addItem: (place, _index, row) => this.row(place, row),
		});
		for (const choice of saved) $(this.list).editableList('addItem', { choice });
	}

	values(): ColumnChoice[] {
		return [...$(this.list).editableList('items')]
			.map((item) => ($(item).data('data') as Row).read?.())
			.filter((choice) => choice !== undefined)
			.filter(({ field, header }) => field !== '' && header.trim() !== '');
	}

	private row(place: JQuery, row: Row): void {
		const { field = 'phone', header = '' } = row.choice ?? {};
		const own = [...new Set([...this.variables(), field])].filter(
			(name) => !(recipientFields as readonly string[]).includes(name),
		);
		const select = el(
			'select',
			{ 'aria-label': n('place.field') },
			...recipientFields.map((value) => el('option', { value }, n(`field.${value}`))),
			...own.map((value) => el('option', { value }, n('field.variable', { name: value }))),
		);
		select.value = field;
		const column = el('input', {
			type: 'text',
			placeholder: n('place.header'),
			'aria-label': n('place.header'),
		});
		column.value = header;
		row.read = () => ({ field: select.value, header: column.value.trim() });
		place.addClass('wae-column-row').append(select, column);
	}
}
