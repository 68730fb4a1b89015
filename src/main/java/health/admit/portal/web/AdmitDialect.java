package health.admit.portal.web;

import java.time.Clock;
import java.util.Set;

import health.admit.portal.cloud.Cloud;
import health.admit.portal.inventory.Inventory;
import health.admit.portal.signin.CurrentOperator;
import health.admit.portal.signin.SessionLimits;
import health.admit.portal.strays.Strays;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.dialect.IExpressionObjectDialect;
import org.thymeleaf.dialect.IPostProcessorDialect;
import org.thymeleaf.expression.IExpressionObjectFactory;
import org.thymeleaf.postprocessor.IPostProcessor;
import org.thymeleaf.postprocessor.PostProcessor;
import org.thymeleaf.templatemode.TemplateMode;

/**
 * What templates may use besides the view records: {@code #frame}, {@code #moments} and
 * {@code #forms}, and page titles that name the product and a failed form.
 */
@Component
class AdmitDialect implements IExpressionObjectDialect, IPostProcessorDialect, IExpressionObjectFactory {

	private final FrameFactory frames;

	private final MessageSource messages;

	private final ObjectProvider<Clock> clock;

	AdmitDialect(ObjectProvider<CurrentOperator> currentOperator, ObjectProvider<Cloud> cloud,
			ObjectProvider<BuildProperties> build, MessageSource messages, ObjectProvider<Clock> clock,
			ObjectProvider<SessionLimits> limits, ObjectProvider<Inventory> inventory, ObjectProvider<Strays> strays) {
		this.frames = new FrameFactory(currentOperator, cloud, build, limits, inventory, strays);
		this.messages = messages;
		this.clock = clock;
	}

	@Override
	public String getName() {
		return "Admit";
	}

	@Override
	public IExpressionObjectFactory getExpressionObjectFactory() {
		return this;
	}

	@Override
	public Set<String> getAllExpressionObjectNames() {
		return Set.of("frame", "moments", "forms");
	}

	@Override
	public @Nullable Object buildObject(IExpressionContext context, String name) {
		return switch (name) {
			case "frame" -> this.frames.frame(context);
			case "moments" ->
				new Moments(this.messages, this.clock.getIfAvailable(Clock::systemUTC), context.getLocale());
			case "forms" -> new Forms();
			default -> null;
		};
	}

	@Override
	public boolean isCacheable(@Nullable String name) {
		return true;
	}

	@Override
	public int getDialectPostProcessorPrecedence() {
		return 1000;
	}

	@Override
	public Set<IPostProcessor> getPostProcessors() {
		return Set.of(new PostProcessor(TemplateMode.HTML, TitleCompletion.class, 1000));
	}

}
