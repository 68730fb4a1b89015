package health.admit.sandbox.seed;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;

import health.admit.sandbox.tenant.Catalogue;
import health.admit.sandbox.tenant.Copy;
import health.admit.sandbox.tenant.Ids;
import health.admit.sandbox.tenant.Item;
import health.admit.sandbox.tenant.Json;
import health.admit.sandbox.tenant.Kind;
import health.admit.sandbox.tenant.Store;
import health.admit.sandbox.tenant.TenantDirectory;
import health.admit.support.SandboxServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class SavedStateTests {

	@TempDir
	Path folder;

	@Test
	void whatWasRegisteredIsThereAfterARestart() throws Exception {
		Path file = this.folder.resolve("deep").resolve("changes.jsonl");
		UUID id = UUID.randomUUID();
		UUID appId = UUID.randomUUID();
		UUID generation;
		List<UUID> seeded;
		try (SandboxServer sandbox = SandboxServer.start("state=" + file, "applications=5")) {
			Store store = sandbox.bean(Store.class);
			store.put(Kind.APPLICATION, id,
					Json.object().put("appId", appId.toString()).put("displayName", "Survivor"));
			store.purge(Kind.SERVICE_PRINCIPAL, Ids.of("service principal " + Catalogue.DICOM));
			generation = store.generation();
			seeded = store.all(Kind.APPLICATION, Copy.MASTER).stream().map(Item::id).toList();
		}
		Files.writeString(file, "{\"kind\":\"APPLICATION\",\"id\":\"half a li", StandardOpenOption.APPEND);

		try (SandboxServer again = SandboxServer.start("state=" + file, "applications=5")) {
			Store store = again.bean(Store.class);
			assertThat(again.bean(TenantDirectory.class).client(appId)).isPresent();
			assertThat(again.bean(TenantDirectory.class).principal(Catalogue.DICOM)).isEmpty();
			assertThat(store.all(Kind.APPLICATION, Copy.MASTER)).extracting(Item::id).isEqualTo(seeded);
			assertThat(store.generation()).isEqualTo(generation);
			store.put(Kind.APPLICATION, UUID.randomUUID(),
					Json.object().put("appId", UUID.randomUUID().toString()).put("displayName", "After half a line"));
		}

		try (SandboxServer third = SandboxServer.start("state=" + file, "applications=5")) {
			assertThat(third.bean(Store.class).all(Kind.APPLICATION, Copy.MASTER)).extracting(Item::name)
				.contains("Survivor", "After half a line");
		}
	}

}
