package health.admit.portal.signin;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;

import health.admit.portal.cloud.StartRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SealerTests {

	private static final byte[] CLEAR = "a refresh token".getBytes(StandardCharsets.UTF_8);

	@TempDir
	Path folder;

	@Test
	void opensInItsOwnContextOnly() {
		Sealer sealer = sealer("key");
		byte[] sealed = sealer.seal(CLEAR, "grant 1");
		assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("refresh");
		assertThat(sealer.open(sealed, "grant 1")).hasValue(CLEAR);
		assertThat(sealer.open(sealed, "grant 2")).isEmpty();
		assertThat(sealer("other").open(sealed, "grant 1")).isEmpty();
	}

	@Test
	void doesNotOpenWhatWasChanged() {
		Sealer sealer = sealer("key");
		byte[] sealed = sealer.seal(CLEAR, "x");
		for (int i = 0; i < sealed.length; i++) {
			byte[] changed = sealed.clone();
			changed[i] ^= 1;
			assertThat(sealer.open(changed, "x")).isEmpty();
		}
		assertThat(sealer.open(new byte[0], "x")).isEmpty();
	}

	@Test
	void keyFileIsMadeOnceAndForItsOwnerOnly() throws Exception {
		Path file = this.folder.resolve("data/sealing.key");
		Sealer first = new Sealer(SealingKey.load(null, file, true));
		Sealer second = new Sealer(SealingKey.load(null, file, true));
		assertThat(second.open(first.seal(CLEAR, "x"), "x")).hasValue(CLEAR);
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
	}

	@Test
	void keyIsNeverMadeSilentlyOutsideTheSandbox() {
		Path file = this.folder.resolve("missing.key");
		assertThatExceptionOfType(StartRefused.class).isThrownBy(() -> SealingKey.load(null, file, false))
			.withMessageContaining("NO_SEALING_KEY")
			.withMessageContaining(file.toString());
		assertThat(file).doesNotExist();
	}

	@Test
	void badKeyIsNotRepeatedInTheMessage() {
		assertThatExceptionOfType(StartRefused.class).isThrownBy(() -> SealingKey.load("c2hvcnQ=", this.folder, false))
			.withMessageContaining("BAD_SEALING_KEY")
			.withMessageNotContaining("c2hvcnQ=");
	}

	private Sealer sealer(String seed) {
		byte[] key = new byte[32];
		System.arraycopy(seed.getBytes(StandardCharsets.UTF_8), 0, key, 0, seed.length());
		return new Sealer(SealingKey.load(Base64.getEncoder().encodeToString(key), this.folder, false));
	}

}
