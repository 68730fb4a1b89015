package health.admit.sandbox.health;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import health.admit.sandbox.health.DicomAttribute.Level;
import health.admit.sandbox.tenant.Json;
import health.admit.sandbox.tenant.Moments;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Component;

/**
 * The operations that a DICOM service serves to who may use them: change feed, search,
 * retrieve, store and delete.
 */
@Component
class DicomOperations {

	private static final String FILE = "application/dicom";

	private static final String DICOM_JSON = "application/dicom+json";

	private final DicomStore store;

	private final DataAccess access;

	DicomOperations(DicomStore store, DataAccess access) {
		this.store = store;
		this.access = access;
	}

	DicomAnswer answer(DicomRequest request) {
		return switch (request.method()) {
			case "GET" -> get(request);
			case "POST" -> store(request);
			case "DELETE" -> delete(request);
			default -> {
				require(request, "write");
				throw DicomProblem.notImplemented(request.method() + " " + request.shape());
			}
		};
	}

	private DicomAnswer get(DicomRequest request) {
		require(request, "read");
		String host = request.service().host();
		return switch (request.shape()) {
			case "changefeed" -> changes(request);
			case "changefeed/latest" -> latest(request);
			case "studies" -> new DicomSearch(request, Level.STUDY).answer(this.store.all(host));
			case "series", "studies/{}/series" -> new DicomSearch(request, Level.SERIES).answer(this.store.all(host));
			case "instances", "studies/{}/instances", "studies/{}/series/{}/instances" ->
				new DicomSearch(request, Level.INSTANCE).answer(this.store.all(host));
			case "studies/{}", "studies/{}/series/{}", "studies/{}/series/{}/instances/{}" -> files(request);
			case "studies/{}/metadata", "studies/{}/series/{}/metadata", "studies/{}/series/{}/instances/{}/metadata" ->
				metadata(request);
			default -> throw DicomProblem.notImplemented("GET " + request.shape());
		};
	}

	private DicomAnswer changes(DicomRequest request) {
		int limit = request.number("limit", 10, 1, 200);
		int offset = request.number("offset", 0, 0, Integer.MAX_VALUE);
		ArrayNode feed = Json.array();
		this.store.changes(request.service().host())
			.stream()
			.skip(offset)
			.limit(limit)
			.forEach((change) -> feed.add(describe(request, change)));
		return DicomAnswer.json(200, "application/json; charset=utf-8", feed);
	}

	private DicomAnswer latest(DicomRequest request) {
		return this.store.changes(request.service().host())
			.stream()
			.reduce((first, second) -> second)
			.map((change) -> DicomAnswer.json(200, "application/json; charset=utf-8", describe(request, change)))
			.orElseGet(DicomAnswer::noContent);
	}

	private ObjectNode describe(DicomRequest request, DicomStore.Change change) {
		boolean current = this.store.current(request.service().host(), change.file().instance())
			.map(change.file()::equals)
			.orElse(false);
		ObjectNode entry = Json.object()
			.put("Sequence", change.number())
			.put("StudyInstanceUid", change.file().study())
			.put("SeriesInstanceUid", change.file().series())
			.put("SopInstanceUid", change.file().instance())
			.put("Action", change.added() ? "create" : "delete")
			.put("Timestamp", Moments.write(change.at()))
			.put("State", (current && change.added()) ? "current" : "deleted");
		if (current && !"false".equalsIgnoreCase(request.parameter("includemetadata"))) {
			entry.set("Metadata", change.file().attributes());
		}
		return entry;
	}

	private DicomAnswer metadata(DicomRequest request) {
		ArrayNode all = Json.array();
		found(request).forEach((file) -> all.add(file.attributes()));
		return DicomAnswer.json(200, DICOM_JSON, all);
	}

	private DicomAnswer files(DicomRequest request) {
		String accept = request.header("accept").toLowerCase(Locale.ROOT);
		boolean single = request.named("instances") != null && accept.replace("\"", "").trim().startsWith(FILE)
				&& !accept.contains("multipart");
		if (!single && !accept.isEmpty() && !accept.contains("*/*") && !accept.contains("multipart/related")) {
			throw DicomProblem.of(406, "The Accept header is not acceptable.");
		}
		List<DicomFile> files = found(request);
		if (single) {
			return new DicomAnswer(200, FILE, files.get(0).bytes());
		}
		String boundary = UUID.randomUUID().toString();
		return new DicomAnswer(200, "multipart/related; type=\"" + FILE + "\"; boundary=\"" + boundary + "\"",
				Multipart.write(boundary, FILE, files.stream().map(DicomFile::bytes).toList()));
	}

	private DicomAnswer delete(DicomRequest request) {
		require(request, "delete");
		if (!List.of("studies/{}", "studies/{}/series/{}", "studies/{}/series/{}/instances/{}")
			.contains(request.shape())) {
			throw DicomProblem.notImplemented("DELETE " + request.shape());
		}
		this.store.remove(request.service().host(), found(request));
		return DicomAnswer.noContent();
	}

	private DicomAnswer store(DicomRequest request) {
		require(request, "write");
		if (!List.of("studies", "studies/{}").contains(request.shape())) {
			throw DicomProblem.notImplemented("POST " + request.shape());
		}
		Stowing stowing = new Stowing(request);
		for (byte[] part : parts(request)) {
			stowing.add(part, (file) -> this.store.add(request.service().host(), file));
		}
		return stowing.answer();
	}

	private static List<byte[]> parts(DicomRequest request) {
		String type = request.header("content-type");
		String plain = type.toLowerCase(Locale.ROOT);
		if (plain.startsWith("multipart/related")) {
			return Multipart.read(type, request.body());
		}
		if (plain.startsWith(FILE) && !plain.startsWith(DICOM_JSON)) {
			return (request.body().length > 0) ? List.of(request.body()) : List.of();
		}
		throw DicomProblem.of(415, "The content type '" + type + "' is not supported.");
	}

	private List<DicomFile> found(DicomRequest request) {
		List<DicomFile> files = new ArrayList<>(this.store.all(request.service().host()));
		files.removeIf((file) -> !request.covers(file));
		if (files.isEmpty()) {
			throw DicomProblem.notFound();
		}
		return files;
	}

	private void require(DicomRequest request, String action) {
		if (!this.access.dicom(request.caller(), action, request.service())) {
			throw DicomProblem.forbidden();
		}
	}

}
