package health.admit;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

class DataDirectoryTests {

	@Test
	void resetForgetsWhatAdmitStoredAndNothingElse(@TempDir Path folder) throws Exception {
		Files.writeString(folder.resolve("admit.mv.db"), "rows");
		Files.writeString(Files.createDirectory(folder.resolve("sandbox")).resolve("state"), "changes");
		Files.writeString(folder.resolve("thesis.txt"), "not ours");

		DataDirectory.of(new MockEnvironment().withProperty("admit.data", folder.toString())).clear();

		assertThat(folder).isDirectoryContaining("glob:**/thesis.txt");
		assertThat(folder.resolve("admit.mv.db")).doesNotExist();
		assertThat(folder.resolve("sandbox")).doesNotExist();
	}

	@Test
	void resetOfAFreshCheckoutDoesNothing(@TempDir Path folder) {
		DataDirectory.of(new MockEnvironment().withProperty("admit.data", folder.resolve("none").toString())).clear();
		assertThat(folder).isEmptyDirectory();
	}

}
