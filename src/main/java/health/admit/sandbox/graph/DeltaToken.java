package health.admit.sandbox.graph;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import health.admit.sandbox.tenant.Change;
import health.admit.sandbox.tenant.Ids;
import health.admit.sandbox.tenant.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a delta link remembers.
 *
 * @param generation of the numbering of writes
 * @param start running number of the last write when the round began
 * @param since changes after this number are wanted; negative in the first round
 * @param position number of the last object sent in the first round
 * @param ids only these objects; empty for all
 */
record DeltaToken(UUID generation, long start, long since, int position, List<String> select, List<String> ids,
		Instant issued) {

	private static final Duration LIFE = Duration.ofDays(7);

	private static final Pattern ID = Pattern.compile("\\s*id eq '([^']+)'\\s*");

	static DeltaToken start(UUID generation, long now, List<String> select, List<String> ids, Instant issued) {
		return new DeltaToken(generation, now, -1, -1, select, ids, issued);
	}

	/** The ids in {@code id eq 'a' or id eq 'b'}, the only filter there is. */
	static List<String> ids(@Nullable String filter) {
		List<String> ids = new ArrayList<>();
		if (filter != null) {
			for (String part : filter.split(" or ")) {
				Matcher id = ID.matcher(part);
				if (!id.matches()) {
					throw GraphProblem.badRequest("The only supported filter of a delta query is on id.");
				}
				ids.add(id.group(1));
			}
		}
		return ids;
	}

	/**
	 * Reads a token of a link.
	 * @param again where to start over
	 */
	static DeltaToken read(String written, UUID generation, Instant now, String again) {
		DeltaToken token = parse(written);
		if (token == null) {
			throw GraphProblem.of(400, "Request_BadRequest", "Badly formed token.");
		}
		if (!token.generation.equals(generation)) {
			throw GraphProblem.gone("resyncRequired", "The delta token is not known any more. Start over.", again);
		}
		if (token.issued.plus(LIFE).isBefore(now)) {
			throw GraphProblem.gone("syncStateNotFound", "The sync state generation is not found; deltaLink expired.",
					again);
		}
		return token;
	}

	DeltaToken after(int number) {
		return new DeltaToken(this.generation, this.start, this.since, number, this.select, this.ids, this.issued);
	}

	/** For the next round: what changed since this one began. */
	DeltaToken finished(Instant now) {
		return new DeltaToken(this.generation, this.start, this.start, -1, this.select, this.ids, now);
	}

	/** For the page after changes up to this one were sent. */
	DeltaToken through(long change) {
		return new DeltaToken(this.generation, this.start, change, this.position, this.select, this.ids, this.issued);
	}

	/** For the round after a round of changes that reached this write. */
	DeltaToken reached(long change) {
		return new DeltaToken(this.generation, change, this.since, this.position, this.select, this.ids, this.issued);
	}

	boolean wants(UUID id) {
		return this.ids.isEmpty() || this.ids.contains(id.toString());
	}

	/** Whether the change is to anything that was selected. */
	boolean concerns(Change change) {
		return this.select.isEmpty() || change.purged() || change.properties().contains("deletedDateTime")
				|| change.properties().contains("appId")
				|| change.properties().stream().anyMatch(this.select::contains);
	}

	/** The id is always part of a delta answer. */
	List<String> selectWithId() {
		if (this.select.isEmpty() || this.select.contains("id")) {
			return this.select;
		}
		List<String> all = new ArrayList<>(this.select);
		all.add("id");
		return all;
	}

	String write() {
		ObjectNode token = Json.object()
			.put("g", this.generation.toString())
			.put("b", this.start)
			.put("s", this.since)
			.put("p", this.position)
			.put("t", this.issued.toString())
			.put("c", String.join(",", this.select))
			.put("i", String.join(",", this.ids));
		return Base64.getUrlEncoder().withoutPadding().encodeToString(Json.bytes(token));
	}

	private static @Nullable DeltaToken parse(String written) {
		try {
			JsonNode token = Json.read(new String(Base64.getUrlDecoder().decode(written), StandardCharsets.UTF_8));
			UUID generation = Ids.parse(Json.text(token, "g"));
			if (generation == null || !token.path("b").isNumber()) {
				return null;
			}
			return new DeltaToken(generation, token.path("b").asLong(), token.path("s").asLong(),
					token.path("p").asInt(), words(token.path("c").asString("")), words(token.path("i").asString("")),
					Instant.parse(token.path("t").asString("")));
		}
		catch (IllegalArgumentException | JacksonException | java.time.format.DateTimeParseException ex) {
			return null;
		}
	}

	private static List<String> words(String text) {
		return text.isEmpty() ? List.of() : List.copyOf(Set.of(text.split(",")));
	}

}
