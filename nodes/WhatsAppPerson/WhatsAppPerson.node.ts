import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import { NodeConnectionTypes, NodeOperationError } from 'n8n-workflow';
import { readPerson } from '../../core/opt-outs/read-person';
import { readAccount } from '../engine/account';
import { whatsAppBusinessApiTest } from '../engine/credential-test';
import { defaultCountry } from '../engine/default-country';
import { hashKeyOf, seenHashKeyOf } from '../engine/hash-key';
import { statusKeyOf } from './status-key';
import { takeOut } from './take-out';

export class WhatsAppPerson implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'WhatsApp Person',
		name: 'whatsAppPerson',
		icon: { light: 'file:whatsAppPerson.svg', dark: 'file:whatsAppPerson.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle:
			'={{ $parameter["operation"] === "takeOut" ? "take out of sessions" : "key of a phone number" }}',
		description:
			'Turns a phone number into the key under which tables keep a person: to forget somebody, or to note an opt-out by hand',
		defaults: { name: 'WhatsApp Person' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{ name: 'whatsAppBusinessApi', required: true, testedBy: 'whatsAppBusinessApiTest' },
		],
		properties: [
			{
				displayName: 'Operation',
				name: 'operation',
				type: 'options',
				noDataExpression: true,
				options: [
					{
						name: 'Get Key',
						value: 'getKey',
						description: 'The key that stands in tables in place of a phone number',
						action: 'Get the key of a person',
					},
					{
						name: 'Take Out of Sessions',
						value: 'takeOut',
						description:
							'Takes a person out of the sessions seen last, without the other speakers being told anything',
						action: 'Take a person out of sessions',
					},
				],
				default: 'getKey',
			},
			{
				displayName:
					'Comes in: rows of the table whatsapp_last_seen whose kind is session. Goes out: those in which the person is, without them, to be written back. Nothing is sent, and nothing is asked at WhatsApp.',
				name: 'aboutSessions',
				type: 'notice',
				default: '',
				displayOptions: { show: { operation: ['takeOut'] } },
			},
			{
				displayName:
					'Adds the field “person” to each item: the key that stands in tables such as whatsapp_opt_outs in place of a number; and “personSeen”, the one of whatsapp_last_seen. A planned message gets “statusKey” as well: what its statuses bring back as deliveryKey. Nothing is sent, and nothing is asked at WhatsApp.',
				name: 'about',
				type: 'notice',
				default: '',
				displayOptions: { show: { operation: ['getKey'] } },
			},
			{
				displayName: 'Phone Number',
				name: 'phone',
				type: 'string',
				default: '={{ $json.phone }}',
				required: true,
				placeholder: 'e.g. +81 90 1234 5678',
				description:
					'With country code, however it is written; or the WhatsApp user ID of somebody whose number is hidden',
			},
			defaultCountry,
		],
	};

	methods = { credentialTest: { whatsAppBusinessApiTest } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const account = await readAccount(this);
		const hashKey = hashKeyOf(this, account.businessAccountId);
		const takesOut = this.getNodeParameter('operation', 0, 'getKey') === 'takeOut';
		const people = this.getInputData().flatMap(({ json }, item): INodeExecutionData[] => {
			const phone = this.getNodeParameter('phone', item, '') as unknown;
			const country = String(this.getNodeParameter('defaultCountry', item, ''));
			const reading = readPerson(phone, hashKey, country);
			if (reading.ok) {
				const { person, phone: shown } = reading;
				// Event Messages knows no account: what it saw last has a key of its own.
				const seen = readPerson(phone, seenHashKeyOf(this), country);
				const personSeen = seen.ok ? seen.person : person;
				const statusKey = statusKeyOf({ phone, country, keyBase: json.deliveryKey }, hashKey);
				if (takesOut) {
					return takeOut(json, personSeen, seenHashKeyOf(this), country).map((row) => ({
						json: { ...json, ...row },
						pairedItem: { item },
					}));
				}
				return [
					{
						json: { ...json, person, personSeen, ...statusKey, phoneShown: shown },
						pairedItem: { item },
					},
				];
			}
			const { reason, message, whatToDo } = reading;
			const error = new NodeOperationError(this.getNode(), message, {
				description: whatToDo,
				itemIndex: item,
			});
			if (!this.continueOnFail()) throw error;
			// With the error beside it, n8n takes the item to the error output, where the node has one.
			return [{ json: { ...json, message, reason, whatToDo }, error, pairedItem: { item } }];
		});
		return [people];
	}
}
