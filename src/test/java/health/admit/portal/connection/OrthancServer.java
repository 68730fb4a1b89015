package health.admit.portal.connection;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

import health.admit.support.Poll;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * An Orthanc of its own with the DICOMweb plug-in, on a loopback port.
 */
final class OrthancServer implements AutoCloseable {

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	private final Process process;

	private final URI origin;

	private OrthancServer(Process process, URI origin) {
		this.process = process;
		this.origin = origin;
	}

	/** The program; empty where it is not installed. */
	static Optional<Path> program() {
		return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
			.map((folder) -> Path.of(folder, "Orthanc"))
			.filter(Files::isExecutable)
			.findFirst();
	}

	static OrthancServer start(Path program, Path folder, int port) throws IOException {
		Path settings = folder.resolve("orthanc.json");
		Files.writeString(settings, """
				{"Name":"Test","HttpPort":%d,"RemoteAccessAllowed":false,"AuthenticationEnabled":false,
				"DicomServerEnabled":false,"StorageDirectory":"%s","IndexDirectory":"%2$s",
				"Plugins":["/usr/share/orthanc/plugins/libOrthancDicomWeb.so"],
				"DicomWeb":{"Enable":true,"Root":"/dicom-web/"}}""".formatted(port, folder));
		Process process = new ProcessBuilder(program.toString(), settings.toString()).redirectErrorStream(true)
			.redirectOutput(folder.resolve("orthanc.log").toFile())
			.start();
		URI origin = URI.create("http://127.0.0.1:" + port);
		OrthancServer server = new OrthancServer(process, origin);
		Poll.until("Orthanc answers", Duration.ofMinutes(1), () -> Poll.answers(origin.resolve("/system")));
		return server;
	}

	/**
	 * Hands calls on: what is anonymous at Azure to Orthanc's state, all else to its
	 * search for studies, since it has no change feed of Azure's form.
	 */
	HttpServlet servlet() {
		URI state = this.origin.resolve("/system");
		URI search = this.origin.resolve("/dicom-web/studies?limit=1");
		return new HttpServlet() {
			@Override
			protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
				boolean anonymous = request.getRequestURI().endsWith("/health/check");
				try {
					HttpResponse<byte[]> answer = HTTP.send(HttpRequest.newBuilder(anonymous ? state : search)
						.header("Accept", "application/dicom+json")
						.build(), HttpResponse.BodyHandlers.ofByteArray());
					response.setStatus(answer.statusCode());
					response.setContentType(answer.headers().firstValue("Content-Type").orElse(null));
					response.getOutputStream().write(answer.body());
				}
				catch (InterruptedException ex) {
					Thread.currentThread().interrupt();
					throw new IOException(ex);
				}
			}
		};
	}

	@Override
	public void close() {
		this.process.destroy();
	}

}
