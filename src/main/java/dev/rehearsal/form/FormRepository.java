package dev.rehearsal.form;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.springframework.data.repository.Repository;

interface FormRepository extends Repository<Form, UUID> {

	Form save(Form form);

	List<Form> findByIdIn(Collection<UUID> ids);

}
