package health.admit.portal.doctor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import health.admit.sandbox.oidc.SandboxTokens;
import health.admit.support.PortalProcess;
import health.admit.support.SandboxServer;
import health.admit.support.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A token pasted into the doctor is nowhere afterwards.
 */
class PastedTokenJourneyTests {

	/** More bytes than any text that is searched for has. */
	private static final int LONGEST = 128;

	@TempDir
	Path folder;

	@Test
	void aPastedTokenIsInNoLogNoDatabaseAndNoHeapDump() throws IOException, InterruptedException {
		try (SandboxServer sandbox = SandboxServer.start();
				PortalProcess portal = new PortalProcess(this.folder, URI.create(sandbox.baseUrl()),
						"--logging.level.org.springframework.web=DEBUG", "--logging.level.org.apache.tomcat=DEBUG")
					.start();
				Visitor visitor = new Visitor(portal.address())) {
			String token = new SandboxTokens(sandbox).forAudience(Tokens.FHIR, "Priya");
			visitor.signIn("Priya").open("/doctor");
			// Beyond the limit: refused, but it has come through the container all the
			// same.
			paste(visitor, "x".repeat(300_000) + token);
			assertThat(visitor.text()).contains("too large");
			paste(visitor, "{\"token_type\":\"Bearer\",\"access_token\":\"" + token + "\"}");
			assertThat(visitor.text()).contains("The signature is right");
			paste(visitor,
					"Authorization: Bearer " + token + "\r\n\r\nHTTP/1.1 403 Forbidden\r\n\r\nAuthorization failed.");
			assertThat(visitor.text()).contains("The person who signed in has no role").doesNotContain(token);
			paste(visitor, token);
			assertThat(visitor.text()).contains("The signature is right");
			Path everything = dump(portal.pid(), "everything.hprof", "-all");
			Path alive = dump(portal.pid(), "alive.hprof");
			portal.kill();
			List<String> secrets = parts(token);
			// What the search finds where it is there.
			assertThat(found(alive, List.of("The signature was not checked"))).isNotEmpty();
			assertThat(found(alive, secrets)).isEmpty();
			assertThat(found(everything, secrets)).as("with what is no longer used").isEmpty();
			Files.delete(alive);
			Files.delete(everything);
			try (Stream<Path> files = Files.walk(this.folder)) {
				assertThat(files.filter(Files::isRegularFile).filter((file) -> !found(file, secrets).isEmpty()))
					.isEmpty();
			}
		}
	}

	private static void paste(Visitor visitor, String text) {
		visitor.type("text", text).press("Find the cause");
	}

	/**
	 * Beginning, middle and end of claims and signature, and a claim that only this token
	 * has and no page shows; the header is no secret.
	 */
	private static List<String> parts(String token) {
		String claims = token.split("\\.")[1];
		List<String> parts = new ArrayList<>();
		for (String part : List.of(claims, token.split("\\.")[2])) {
			parts.add(part.substring(0, 24));
			parts.add(part.substring(part.length() / 2, part.length() / 2 + 24));
			parts.add(part.substring(part.length() - 24));
		}
		String decoded = new String(Base64.getUrlDecoder().decode(claims), StandardCharsets.UTF_8);
		parts.add(JsonMapper.builder().build().readTree(decoded).path("uti").stringValue());
		return parts;
	}

	private Path dump(long pid, String name, String... options) throws IOException, InterruptedException {
		Path file = this.folder.resolve(name);
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), String.valueOf(pid),
						"GC.heap_dump"));
		command.addAll(List.of(options));
		command.add(file.toString());
		Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
		String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(process.waitFor()).as(said).isZero();
		return file;
	}

	/** Those of the texts that a file holds, in any way a JVM keeps texts. */
	private static Set<String> found(Path file, List<String> texts) {
		Map<Integer, List<Wanted>> wanted = new HashMap<>();
		for (String text : texts) {
			for (Charset charset : List.of(StandardCharsets.ISO_8859_1, StandardCharsets.UTF_16BE,
					StandardCharsets.UTF_16LE)) {
				byte[] bytes = text.getBytes(charset);
				wanted.computeIfAbsent(start(bytes, 0), (start) -> new ArrayList<>()).add(new Wanted(text, bytes));
			}
		}
		BitSet starts = new BitSet(1 << 16);
		wanted.keySet().forEach(starts::set);
		Set<String> found = new HashSet<>();
		try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
			ByteBuffer content = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
			byte[] window = new byte[1 << 20];
			int kept = 0;
			while (content.hasRemaining()) {
				int length = kept + Math.min(content.remaining(), window.length - kept);
				content.get(window, kept, length - kept);
				for (int at = 0; at < length - 1; at++) {
					if (starts.get(start(window, at))) {
						for (Wanted one : wanted.get(start(window, at))) {
							if (one.isAt(window, at, length)) {
								found.add(one.text());
							}
						}
					}
				}
				kept = Math.min(LONGEST, length);
				System.arraycopy(window, length - kept, window, 0, kept);
			}
			return found;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static int start(byte[] bytes, int at) {
		return (bytes[at] & 0xff) << 8 | (bytes[at + 1] & 0xff);
	}

	private record Wanted(String text, byte[] bytes) {

		boolean isAt(byte[] window, int at, int length) {
			return at + this.bytes.length <= length
					&& Arrays.equals(window, at, at + this.bytes.length, this.bytes, 0, this.bytes.length);
		}

	}

}
