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
import java.util.List;
import java.util.stream.Stream;

import health.admit.sandbox.oidc.SandboxTokens;
import health.admit.support.PortalProcess;
import health.admit.support.SandboxServer;
import health.admit.support.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A token pasted into the doctor is nowhere afterwards.
 */
class PastedTokenJourneyTests {

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
			// What the search would find if it were there.
			assertThat(holds(alive, "The signature was not checked", StandardCharsets.ISO_8859_1)).isTrue();
			for (String part : parts(token)) {
				assertThat(found(everything, part)).as("with what is no longer used").isFalse();
				assertThat(found(alive, part)).isFalse();
				try (Stream<Path> files = Files.walk(this.folder)) {
					assertThat(files.filter(Files::isRegularFile).filter((file) -> found(file, part))).isEmpty();
				}
			}
		}
	}

	private static void paste(Visitor visitor, String text) {
		visitor.type("text", text).press("Find the cause");
	}

	/** Beginning, middle and end of claims and signature; the header is no secret. */
	private static List<String> parts(String token) {
		List<String> parts = new ArrayList<>();
		for (String part : List.of(token.split("\\.")[1], token.split("\\.")[2])) {
			parts.add(part.substring(0, 24));
			parts.add(part.substring(part.length() / 2, part.length() / 2 + 24));
			parts.add(part.substring(part.length() - 24));
		}
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

	private static boolean found(Path file, String text) {
		return holds(file, text, StandardCharsets.ISO_8859_1) || holds(file, text, StandardCharsets.UTF_16BE)
				|| holds(file, text, StandardCharsets.UTF_16LE);
	}

	private static boolean holds(Path file, String text, Charset charset) {
		byte[] wanted = text.getBytes(charset);
		try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
			ByteBuffer content = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
			byte[] window = new byte[1 << 20];
			int kept = 0;
			while (content.hasRemaining()) {
				int count = Math.min(content.remaining(), window.length - kept);
				content.get(window, kept, count);
				if (indexOf(window, kept + count, wanted) != -1) {
					return true;
				}
				int tail = Math.min(wanted.length - 1, kept + count);
				System.arraycopy(window, kept + count - tail, window, 0, tail);
				kept = tail;
			}
			return false;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static int indexOf(byte[] window, int length, byte[] wanted) {
		for (int at = 0; at <= length - wanted.length; at++) {
			int same = 0;
			while (same < wanted.length && window[at + same] == wanted[same]) {
				same++;
			}
			if (same == wanted.length) {
				return at;
			}
		}
		return -1;
	}

}
