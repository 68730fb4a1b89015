package health.admit.portal.doctor;

import java.nio.CharBuffer;
import java.util.Arrays;

/**
 * What somebody pasted, in an array that is wiped when the request ends. It is never a
 * {@link String} before tokens and secrets are taken out.
 */
final class PastedText {

	/** The request attribute that holds it. */
	static final String ATTRIBUTE = PastedText.class.getName();

	private final char[] characters;

	private final int length;

	PastedText(char[] characters, int length) {
		this.characters = characters;
		this.length = length;
	}

	/** The characters themselves: whoever changes them changes this text. */
	char[] characters() {
		return this.characters;
	}

	int length() {
		return this.length;
	}

	boolean isBlank() {
		return CharBuffer.wrap(this.characters, 0, this.length).chars().allMatch((c) -> c <= ' ');
	}

	void wipe() {
		Arrays.fill(this.characters, '\0');
	}

	@Override
	public String toString() {
		return "PastedText of " + this.length + " characters";
	}

}
