import { byId } from './dom';
import { fitTray } from './form';
import { t } from './words';

/** The dialog of whatsapp-person. */
export const person = {
	prepare(): void {
		fitTray(520);
		$('#node-input-phone').typedInput({
			default: 'msg',
			typeField: '#node-input-phoneType',
			types: ['msg', 'str', 'flow', 'global', 'jsonata'],
		});
		const operation = $('#node-input-operation');
		const show = (): void => {
			const key = `person.hint.${String(operation.val())}`;
			byId<HTMLElement>('wae-operation-hint').textContent = t(key);
		};
		operation.on('change', show);
		show();
	},
};
