import { addressField, publicAddress, type AddressField } from './address-field';
import type { Catalogue } from './api';
import { platformName } from './catalogue';
import { button, byId } from './dom';
import { eventNode } from './event-node';
import { fitTray } from './form';
import type { EditorNode } from './red';
import { t, tOr } from './words';

const STORED = '__PWRD__';

/** The dialog of whatsapp-event-trigger. */
export const eventTrigger = {
	prepare(node: EditorNode): void {
		fitTray(640);
		const secret = $('#node-input-secret');
		secret.typedInput({ type: 'cred' });
		const address = addressField();
		byId<HTMLElement>('wae-address').replaceChildren(address.element);
		byId<HTMLElement>('wae-generate').replaceChildren(
			button(t('secret.generate'), 'random', () => {
				secret.typedInput('type', 'cred');
				secret.typedInput('value', randomSecret());
				secret.trigger('change');
			}),
		);
		const path = $('#node-input-path');
		let platform = String(node.platform ?? '');
		let inAddress = false;
		const show = (): void => showAddress(address, inAddress);
		path.on('change keyup', show);
		secret.on('change keyup paste', show);
		if (path.val() === '') proposePath(node, platform);
		const onPlatform = (id: string, all: Catalogue | undefined): void => {
			if (id !== platform && isProposed(String(path.val()), platform)) proposePath(node, id);
			platform = id;
			const signature = all?.platforms.find((one) => one.id === id)?.signature;
			inAddress = signature?.type === 'shared-secret';
			byId<HTMLElement>('wae-signature').textContent = signature
				? tOr(`platform.${id}.signature`, signature.description)
				: '';
			show();
		};
		void eventNode.prepare(node, 'node-input-platform', [], onPlatform);
		show();
	},

	save: eventNode.save,
	close: eventNode.close,
	platformName,
};

/** With the secret at the end, where the platform proves itself with it and we know it here. */
function showAddress(address: AddressField, inAddress: boolean): void {
	const path = String($('#node-input-path').val()).trim();
	const plain = publicAddress('', 'event', path);
	if (!inAddress) return address.show(plain);
	const secret = String($('#node-input-secret').val() ?? '');
	const known = secret !== '' && secret !== STORED;
	const text = known ? encodeURIComponent(secret) : t('secret.placeholder');
	address.show(`${plain}?secret=${text}`, `${plain}?secret=${known ? '••••••••' : text}`);
}

const isProposed = (path: string, platform: string): boolean =>
	path === '' || path === platform || new RegExp(`^${platform}-\\d+$`).test(path);

/** The platform's id, or with a number behind it where another trigger has taken that. */
function proposePath(node: EditorNode, platform: string): void {
	const taken = new Set<unknown>();
	RED.nodes.eachNode((other) => {
		if (other.type === node.type && other.id !== node.id) taken.add(other.path);
	});
	let path = platform;
	for (let count = 2; taken.has(path); count++) path = `${platform}-${count}`;
	$('#node-input-path').val(path).trigger('change');
}

/** 24 random bytes, safe in an address. */
function randomSecret(): string {
	return [...crypto.getRandomValues(new Uint8Array(24))]
		.map((byte) => byte.toString(16).padStart(2, '0'))
		.join('');
}
