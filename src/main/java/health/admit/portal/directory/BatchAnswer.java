package health.admit.portal.directory;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;

import com.microsoft.graph.models.odataerrors.MainError;
import com.microsoft.graph.models.odataerrors.ODataError;
import com.microsoft.kiota.serialization.Parsable;
import com.microsoft.kiota.serialization.ParsableFactory;
import com.microsoft.kiota.serialization.ParseNode;
import com.microsoft.kiota.serialization.SerializationWriter;
import com.microsoft.kiota.serialization.UntypedNode;
import com.microsoft.kiota.serialization.UntypedObject;
import com.microsoft.kiota.serialization.UntypedString;
import org.jspecify.annotations.Nullable;

/**
 * The answer to one request of a batch.
 *
 * @param <B> its body
 */
final class BatchAnswer<B extends Parsable> implements Parsable {

	private final ParsableFactory<B> shape;

	private @Nullable String id;

	private int status;

	private @Nullable String retryAfter;

	private @Nullable B body;

	private @Nullable MainError error;

	private BatchAnswer(ParsableFactory<B> shape) {
		this.shape = shape;
	}

	static <B extends Parsable> ParsableFactory<BatchAnswer<B>> of(ParsableFactory<B> shape) {
		return (node) -> new BatchAnswer<>(shape);
	}

	@Override
	public Map<String, Consumer<ParseNode>> getFieldDeserializers() {
		return Map.of("id", (node) -> this.id = node.getStringValue(), "status",
				(node) -> this.status = Objects.requireNonNullElse(node.getIntegerValue(), 0), "headers",
				(node) -> this.retryAfter = header(node, "Retry-After"), "body", this::readBody);
	}

	/** Which of the two it is shows only once the status is known. */
	private void readBody(ParseNode node) {
		this.body = node.getObjectValue(this.shape);
		this.error = node.getObjectValue(ODataError::createFromDiscriminatorValue).getError();
	}

	private static @Nullable String header(ParseNode headers, String name) {
		UntypedNode node = headers.getObjectValue(UntypedNode::createFromDiscriminatorValue);
		if (!(node instanceof UntypedObject object)) {
			return null;
		}
		return object.getValue()
			.entrySet()
			.stream()
			.filter((header) -> header.getKey().equalsIgnoreCase(name) && header.getValue() instanceof UntypedString)
			.map((header) -> ((UntypedString) header.getValue()).getValue())
			.findFirst()
			.orElse(null);
	}

	@Override
	public void serialize(SerializationWriter writer) {
		throw new UnsupportedOperationException("Only ever read");
	}

	boolean isOk() {
		return this.status == 200;
	}

	/** The object was deleted meanwhile. */
	boolean isMissing() {
		return this.status == 404;
	}

	UUID objectId() {
		return Fields.id(this.id, "id");
	}

	B body() {
		return MalformedAnswer.require(this.body, "body");
	}

	GraphError error(Instant now) {
		MainError told = this.error;
		return new GraphError(this.status, (told != null) ? Fields.text(told.getCode()) : "",
				(told != null) ? Fields.text(told.getMessage()) : "HTTP " + this.status,
				new AnswerHead(this.status, null, null, this.retryAfter).pause(now), null);
	}

}
