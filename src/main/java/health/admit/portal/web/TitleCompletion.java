package health.admit.portal.web;

import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Errors;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.engine.AbstractTemplateHandler;
import org.thymeleaf.model.ICloseElementTag;
import org.thymeleaf.model.IOpenElementTag;

/**
 * Completes the title of every page: "Error:" in front when a form was not accepted, so
 * that a screen reader says it first, and the product behind.
 */
public final class TitleCompletion extends AbstractTemplateHandler {

	private @Nullable ITemplateContext context;

	private boolean done;

	@Override
	public void setContext(ITemplateContext context) {
		super.setContext(context);
		this.context = context;
	}

	@Override
	public void handleOpenElement(IOpenElementTag tag) {
		super.handleOpenElement(tag);
		if (isTitle(tag.getElementCompleteName()) && anyErrors()) {
			write(message("web.title.error") + " ");
		}
	}

	@Override
	public void handleCloseElement(ICloseElementTag tag) {
		if (isTitle(tag.getElementCompleteName())) {
			write(" - " + message("web.product"));
			this.done = true;
		}
		super.handleCloseElement(tag);
	}

	private boolean isTitle(String element) {
		return !this.done && "title".equalsIgnoreCase(element);
	}

	private boolean anyErrors() {
		ITemplateContext page = context();
		return page.getVariableNames()
			.stream()
			.filter((name) -> name.startsWith(BindingResult.MODEL_KEY_PREFIX))
			.anyMatch((name) -> page.getVariable(name) instanceof Errors errors && errors.hasErrors());
	}

	private String message(String key) {
		return context().getMessage(TitleCompletion.class, key, new Object[0], true);
	}

	private void write(String text) {
		super.handleText(context().getModelFactory().createText(text));
	}

	private ITemplateContext context() {
		if (this.context == null) {
			throw new IllegalStateException("The template engine sets the context first");
		}
		return this.context;
	}

}
