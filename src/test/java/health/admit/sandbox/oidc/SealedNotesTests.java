package health.admit.sandbox.oidc;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SealedNotesTests {

	private final SealedNotes notes = new SealedNotes();

	record One(String text) {
	}

	record Other(String text) {
	}

	@Test
	void aNoteComesBackAsItWas() {
		String sealed = this.notes.seal(new One("é"));
		assertThat(sealed).doesNotContain("é");
		assertThat(this.notes.open(sealed, One.class)).contains(new One("é"));
	}

	@Test
	void aNoteOfAnotherKindOrKeyOrAChangedOneIsNone() {
		String sealed = this.notes.seal(new One("x"));
		assertThat(this.notes.open(sealed, Other.class)).isEmpty();
		assertThat(new SealedNotes().open(sealed, One.class)).isEmpty();
		char last = sealed.charAt(sealed.length() - 2);
		String changed = sealed.substring(0, sealed.length() - 2) + ((last == 'A') ? 'B' : 'A')
				+ sealed.charAt(sealed.length() - 1);
		assertThat(this.notes.open(changed, One.class)).isEmpty();
		assertThat(this.notes.open("nonsense", One.class)).isEmpty();
		assertThat(this.notes.open("x".repeat(70_000), One.class)).isEmpty();
	}

}
