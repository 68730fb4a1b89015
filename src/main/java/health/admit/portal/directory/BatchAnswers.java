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
import java.util.function.Function;

import com.microsoft.kiota.serialization.Parsable;
import com.microsoft.kiota.serialization.ParsableFactory;
import com.microsoft.kiota.serialization.ParseNode;
import com.microsoft.kiota.serialization.SerializationWriter;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a batch that asks the same of many objects.
 *
 * @param <B> body of each answer
 */
final class BatchAnswers<B extends Parsable> implements Parsable {

	private final ParsableFactory<B> shape;

	private @Nullable List<BatchAnswer<B>> responses;

	private BatchAnswers(ParsableFactory<B> shape) {
		this.shape = shape;
	}

	static <B extends Parsable> ParsableFactory<BatchAnswers<B>> of(ParsableFactory<B> shape) {
		return (node) -> new BatchAnswers<>(shape);
	}

	@Override
	public Map<String, Consumer<ParseNode>> getFieldDeserializers() {
		return Map.of("responses",
				(node) -> this.responses = node.getCollectionOfObjectValues(BatchAnswer.of(this.shape)));
	}

	@Override
	public void serialize(SerializationWriter writer) {
		throw new UnsupportedOperationException("Only ever read");
	}

	/**
	 * What was told of each object that is there.
	 * @throws InnerRefusal when one of the requests was refused; of those that will be
	 * answered later it is the one to wait longest for
	 */
	<T> Map<UUID, T> byObject(Instant now, Function<B, T> mapping) {
		List<BatchAnswer<B>> answers = MalformedAnswer.require(this.responses, "responses");
		answers.stream()
			.filter((answer) -> !answer.isOk() && !answer.isMissing())
			.map((answer) -> answer.error(now))
			.max(Comparator.comparing((GraphError error) -> !error.isPassing())
				.thenComparing((error) -> Objects.requireNonNullElse(error.retryAfter(), Duration.ZERO)))
			.ifPresent((error) -> {
				throw new InnerRefusal(error);
			});
		Map<UUID, T> told = new HashMap<>();
		answers.stream()
			.filter(BatchAnswer::isOk)
			.forEach((answer) -> told.put(answer.objectId(), mapping.apply(answer.body())));
		return Map.copyOf(told);
	}

}
