import type { INodeProperties } from 'n8n-workflow';

export const defaultCountry: INodeProperties = {
	displayName: 'Default Country',
	name: 'defaultCountry',
	type: 'string',
	default: '',
	placeholder: 'e.g. JP',
	description: 'Two letters. Used for numbers written without a country code.',
};
