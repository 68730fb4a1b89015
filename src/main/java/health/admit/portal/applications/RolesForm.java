package health.admit.portal.applications;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import health.admit.portal.access.ClientTask;
import health.admit.portal.access.OfferedRole;
import org.jspecify.annotations.Nullable;

/**
 * What somebody chooses to give a role to an application.
 *
 * @param service to give it on: its id in Azure or its address; hostile input
 * @param task what the role is for; decides which one is suggested
 * @param person who gets the role in place of the application
 * @param role id of the role, as it was sent
 * @param anyway id of the role that is wanted although it does not permit the task
 */
record RolesForm(@Nullable String service, ClientTask task, @Nullable UUID person, @Nullable String role,
		@Nullable String anyway) {

	RolesForm {
		task = Objects.requireNonNullElse(task, ClientTask.READ);
	}

	/** The same about a service that was found, with the role that is suggested there. */
	RolesForm on(RolesView.Choosing choosing) {
		UUID suggested = choosing.suggested();
		return new RolesForm(choosing.id(), this.task, this.person, (suggested != null) ? suggested.toString() : null,
				this.anyway);
	}

	/** The role that was chosen, where it is offered. */
	Optional<OfferedRole> chosen(List<OfferedRole> offered) {
		return offered.stream().filter((one) -> one.id().toString().equals(this.role)).findFirst();
	}

	boolean isSure() {
		return this.role != null && this.role.equals(this.anyway);
	}

}
