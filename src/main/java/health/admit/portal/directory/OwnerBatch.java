package health.admit.portal.directory;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;

import com.microsoft.kiota.serialization.Parsable;
import com.microsoft.kiota.serialization.ParseNode;
import com.microsoft.kiota.serialization.SerializationWriter;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a batch that asks for owners.
 */
final class OwnerBatch implements Parsable {

	private @Nullable List<OwnerAnswer> responses;

	static OwnerBatch read(ParseNode node) {
		return new OwnerBatch();
	}

	@Override
	public Map<String, Consumer<ParseNode>> getFieldDeserializers() {
		return Map.of("responses", (node) -> this.responses = node.getCollectionOfObjectValues(OwnerAnswer::read));
	}

	@Override
	public void serialize(SerializationWriter writer) {
		throw new UnsupportedOperationException("Only ever read");
	}

	/**
	 * The owners of each object that is there.
	 * @throws InnerRefusal when one of the requests was refused; of those that will be
	 * answered later it is the one to wait longest for
	 */
	Map<UUID, List<DirectoryPerson>> owners(Instant now) {
		List<OwnerAnswer> answers = MalformedAnswer.require(this.responses, "responses");
		answers.stream()
			.filter((answer) -> !answer.isOk() && !answer.isMissing())
			.map((answer) -> answer.error(now))
			.max(Comparator.comparing((GraphError error) -> !error.isPassing())
				.thenComparing((error) -> Objects.requireNonNullElse(error.retryAfter(), Duration.ZERO)))
			.ifPresent((error) -> {
				throw new InnerRefusal(error);
			});
		Map<UUID, List<DirectoryPerson>> owners = new HashMap<>();
		answers.stream().filter(OwnerAnswer::isOk).forEach((answer) -> owners.put(answer.objectId(), answer.owners()));
		return Map.copyOf(owners);
	}

}
