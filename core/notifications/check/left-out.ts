/** A reason in the codes of docs/outcomes.md, and in sentences. */
export interface LeftOutWords {
	reason: string;
	message: string;
	whatToDo: string;
}

const SENTENCES: Record<string, Omit<LeftOutWords, 'reason'>> = {
	opted_out: {
		message: 'The person has stopped marketing messages',
		whatToDo: 'Nothing: they get marketing again when they write START.',
	},
	no_consent: {
		message: 'The list does not say that the person has agreed to marketing messages',
		whatToDo: 'Nothing, unless they have agreed: then correct the column of the list that says so.',
	},
	same_batch: {
		message: 'The same number already stands further up on the list',
		whatToDo: 'Nothing to do: the person gets the message once.',
	},
};

export function whyLeftOut({ reason, message, whatToDo }: Partial<LeftOutWords>): LeftOutWords {
	const code = reason ?? 'input_invalid';
	const words = SENTENCES[code];
	return {
		reason: code,
		message: words?.message ?? message ?? 'The message cannot be sent',
		whatToDo: words?.whatToDo ?? whatToDo ?? 'Correct the row and check again.',
	};
}
