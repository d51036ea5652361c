import type { INodeProperties } from 'n8n-workflow';

/** Fields in the order one fills them. */
export const properties: INodeProperties[] = [
	{
		displayName: 'Updates',
		name: 'outputs',
		type: 'multiOptions',
		default: ['messages', 'statuses', 'templates', 'account'],
		required: true,
		noDataExpression: true,
		description:
			'What starts this workflow. Each kind has an output of its own; the others start no run.',
		options: [
			{
				name: 'Account',
				value: 'account',
				description: 'Restrictions, quality, limits, name and security of the number',
			},
			{
				name: 'Messages',
				value: 'messages',
				description: 'What people write and the buttons they tap',
			},
			{
				name: 'Statuses',
				value: 'statuses',
				description: 'Sent, delivered, read or failed, for each message you sent',
			},
			{
				name: 'Templates',
				value: 'templates',
				description: 'Approved, rejected, paused, or moved to another category',
			},
		],
	},
	{
		displayName: 'Statuses',
		name: 'statuses',
		type: 'multiOptions',
		default: ['sent', 'delivered', 'read', 'failed'],
		noDataExpression: true,
		description: 'Filtered before a run starts: what you leave out costs nothing',
		displayOptions: { show: { outputs: ['statuses'] } },
		options: [
			{ name: 'Delivered', value: 'delivered' },
			{ name: 'Failed', value: 'failed' },
			{ name: 'Played', value: 'played', description: 'A voice message was listened to' },
			{ name: 'Read', value: 'read' },
			{ name: 'Sent', value: 'sent' },
		],
	},
	{
		displayName: 'Receive For',
		name: 'scope',
		type: 'options',
		default: 'app',
		noDataExpression: true,
		options: [
			{
				name: 'The Whole App',
				value: 'app',
				description: 'All four kinds, for every account of the Meta app. One workflow per app.',
			},
			{
				name: 'The Account',
				value: 'account',
				description:
					'Messages and statuses of this account only, beside other workflows of the app',
			},
			{
				name: 'The Number',
				value: 'number',
				description: 'Messages and statuses of this number only, beside other workflows of the app',
			},
		],
	},
	{
		displayName:
			'WhatsApp sends updates about templates and the account to the whole app only. Use a second trigger for the whole app to get them.',
		name: 'scopeNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { scope: ['account', 'number'] } },
	},
	{
		displayName: 'When Testing Here',
		name: 'testWith',
		type: 'options',
		default: 'real',
		noDataExpression: true,
		description:
			'What “Execute workflow” in the editor listens to. The published workflow always gets real updates.',
		options: [
			{
				name: 'A Sample',
				value: 'sample',
				description: 'A signed sample arrives at once; nothing is changed at WhatsApp',
			},
			{
				name: 'A Signed Request of My Own',
				value: 'signed',
				description:
					'Listens for a request you post to the test address; nothing is changed at WhatsApp',
			},
			{
				name: 'Real Updates',
				value: 'real',
				description: 'Subscribes while listening, unless another address holds the subscription',
			},
		],
	},
	{
		displayName: 'Sample',
		name: 'sample',
		type: 'options',
		default: 'statuses',
		noDataExpression: true,
		displayOptions: { show: { testWith: ['sample'] } },
		options: [
			{ name: 'Account: Throughput Raised', value: 'account' },
			{ name: 'Message: “Hello!”', value: 'messages' },
			{ name: 'Status: Delivered', value: 'statuses' },
			{ name: 'Template: Approved', value: 'templates' },
		],
	},
	{
		displayName: 'Request',
		name: 'signedRequest',
		type: 'resourceMapper',
		noDataExpression: true,
		default: { mappingMode: 'defineBelow', value: null },
		typeOptions: {
			resourceMapper: {
				// The only field in which n8n shows text that a node has worked out.
				resourceMapperMethod: 'getSignedRequest',
				mode: 'add',
				fieldWords: { singular: 'request', plural: 'requests' },
				addAllFields: false,
				multiKeyMatch: false,
				supportAutoMap: false,
			},
		},
		displayOptions: { show: { testWith: ['signed'] } },
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [
			{
				displayName: 'Include Raw Update',
				name: 'includeRaw',
				type: 'boolean',
				default: false,
				description: 'Whether each item carries Meta’s own JSON under "raw"',
			},
			{
				displayName: 'Start Words of Your Own',
				name: 'startWords',
				type: 'string',
				default: '',
				placeholder: 'e.g. JOIN, Get offers',
				description:
					'What also brings back people who stopped marketing messages, besides START and its like in English, Japanese, Spanish and Portuguese: whole messages or button labels, with commas between them',
			},
			{
				displayName: 'Stop Words of Your Own',
				name: 'stopWords',
				type: 'string',
				default: '',
				placeholder: 'e.g. LEAVE, No more offers',
				description:
					'What also stops marketing messages, besides STOP and its like in English, Japanese, Spanish and Portuguese: whole messages or button labels, with commas between them',
			},
			{
				displayName: 'Take Over the Subscription',
				name: 'takeOver',
				type: 'boolean',
				default: false,
				description:
					'Whether publishing replaces another address that holds the subscription, e.g. after your n8n moved. The other address then gets nothing any more.',
			},
		],
	},
];
