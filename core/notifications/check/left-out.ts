/** A reason in the codes of docs/outcomes.md, and in sentences. */
export interface LeftOutWords {
	reason: string;
	message: string;
	whatToDo: string;
}

const SENTENCES: Record<string, Omit<LeftOutWords, 'reason'>> = {
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
