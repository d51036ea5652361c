export interface AccountResult {
	ok: boolean;
	/** The first thing that is wrong, or as whom the account is connected. */
	message: string;
}
